package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.web.AddSlash;
import landspout.web.RemoveSlash;
import landspout.web.Route;

/** Paths with and without a slash at their end. */
final class SlashHandlers {

    private SlashHandlers() {}

    static Route[] routes() {
        return new Route[] {route("/slash/add/?", With::new), route("/slash/remove/?", Without::new)};
    }

    private static final class With extends Base {
        @AddSlash
        @Override
        protected void get() {
            write("with slash");
        }

        @AddSlash
        @Override
        protected void head() {}

        @AddSlash
        @Override
        protected void post() {
            write("posted with slash");
        }
    }

    private static final class Without extends Base {
        @RemoveSlash
        @Override
        protected void get() {
            write("without slash");
        }

        @RemoveSlash
        @Override
        protected void head() {}

        @RemoveSlash
        @Override
        protected void post() {
            write("posted without slash");
        }
    }
}
