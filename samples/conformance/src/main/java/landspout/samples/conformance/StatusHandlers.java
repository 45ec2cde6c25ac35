package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.web.Route;
import landspout.web.Strip;

/** Status codes and reason phrases. */
final class StatusHandlers {

    private StatusHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/status/code/(\\d+)", Code::new),
            route("/status/reason", Reason::new),
            route("/status/nobody/(\\d+)", NoBody::new),
            route("/status/nobody-but-body", NoBodyButBody::new)
        };
    }

    private static final class Code extends Base {
        @Override
        protected void get() {
            String code = pathArgument(0);
            setStatus(Integer.parseInt(code));
            write("status " + code);
        }
    }

    private static final class Reason extends Base {
        @Override
        protected void get() {
            setStatus(Integer.parseInt(getArgument("code")), getArgument("reason", Strip.NO));
            write("with reason");
        }
    }

    private static final class NoBody extends Base {
        @Override
        protected void get() {
            setHeader("X-Kept", "yes");
            setStatus(Integer.parseInt(pathArgument(0)));
        }

        @Override
        protected void post() {
            get();
        }

        @Override
        protected void put() {
            get();
        }

        @Override
        protected void delete() {
            get();
        }
    }

    private static final class NoBodyButBody extends Base {
        @Override
        protected void get() {
            setStatus(204);
            write("should not be here");
        }
    }
}
