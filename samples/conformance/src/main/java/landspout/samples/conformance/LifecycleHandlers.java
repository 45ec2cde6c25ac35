package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import landspout.web.HttpError;
import landspout.web.Route;

/** What runs before and after the method. */
final class LifecycleHandlers {

    private LifecycleHandlers() {}

    static Route[] routes() {
        Outcomes outcomes = new Outcomes();
        return new Route[] {
            route("/life/prepare-blocks", PrepareBlocks::new),
            route("/life/prepare-sets/(\\w+)", PrepareSets::new),
            route("/life/prepare-raises", PrepareRaises::new),
            route("/life/prepare-redirects", PrepareRedirects::new),
            route("/life/defaults", DefaultHeaders::new),
            route("/life/on-finish", () -> new OnFinish(outcomes)),
            route("/life/finished", () -> new Finished(outcomes))
        };
    }

    private static final class PrepareBlocks extends Base {
        @Override
        protected void prepare() {
            if (!request().headers().get("X-Pass", "").equals("open")) {
                setStatus(403);
                finish("blocked in prepare");
            }
        }

        @Override
        protected void get() {
            write("reached get");
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class PrepareSets extends Base {

        private final List<String> seen = new ArrayList<>();

        @Override
        protected void prepare() {
            setHeader("X-Prepared", request().method());
            seen.add("prepare");
        }

        @Override
        protected void get() {
            seen.add("get");
            write(Map.of("seen", seen, "args", pathArguments().positional()));
        }
    }

    private static final class PrepareRaises extends Base {
        @Override
        protected void prepare() {
            throw new HttpError(Integer.parseInt(getArgument("code", "403")));
        }

        @Override
        protected void get() {
            write("not reached");
        }
    }

    private static final class PrepareRedirects extends Base {
        @Override
        protected void prepare() {
            redirect("/life/target");
        }

        @Override
        protected void get() {
            write("not reached");
        }
    }

    private static final class DefaultHeaders extends Base {
        @Override
        protected void setDefaultHeaders() {
            setHeader("X-Default", "always");
            setHeader("X-Overridable", "default");
            setHeader("Content-Type", "text/x-default");
        }

        @Override
        protected void get() {
            if (!getArgument("fail", "").isEmpty()) {
                throw new IllegalStateException("secret detail");
            }
            if (!getArgument("missing", "").isEmpty()) {
                throw new HttpError(404);
            }
            setHeader("X-Overridable", "changed");
            write("defaults");
        }
    }

    private static final class OnFinish extends Base {

        private final Outcomes outcomes;

        OnFinish(Outcomes outcomes) {
            this.outcomes = outcomes;
        }

        @Override
        protected void get() {
            if (!getArgument("fail", "").isEmpty()) {
                throw new IllegalStateException("secret detail");
            }
            write("working");
        }

        @Override
        protected void onFinish() {
            outcomes.remember(getArgument("token", ""), getStatus());
        }
    }

    private static final class Finished extends Base {

        private final Outcomes outcomes;

        Finished(Outcomes outcomes) {
            this.outcomes = outcomes;
        }

        @Override
        protected void get() {
            String token = getArgument("token", "");
            write(Map.of("token", token, "statuses", outcomes.statuses(token)));
        }
    }
}
