package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.web.Route;
import landspout.web.Strip;

/** Redirects. */
final class RedirectHandlers {

    private RedirectHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/redirect/go", Go::new),
            route("/redirect/after-write", AfterWrite::new),
            route("/redirect/after-flush", AfterFlush::new)
        };
    }

    private static final class Go extends Base {
        @Override
        protected void get() {
            boolean permanent = !getArgument("permanent", "").isEmpty();
            String status = getArgument("status", "");
            String target = getArgument("to", Strip.NO);
            if (status.isEmpty()) {
                redirect(target, permanent);
            } else {
                redirect(target, Integer.parseInt(status));
            }
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class AfterWrite extends Base {
        @Override
        protected void get() {
            setHeader("X-Kept", "yes");
            write("dropped? no, kept as the body");
            redirect("/elsewhere");
        }
    }

    private static final class AfterFlush extends Base {
        @Override
        protected void get() {
            write("already sent");
            flush();
            redirect("/elsewhere");
        }
    }
}
