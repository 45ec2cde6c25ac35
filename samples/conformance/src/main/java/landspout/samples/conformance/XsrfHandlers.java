package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Map;
import landspout.web.RequestHandler;
import landspout.web.Route;

/** Protection against forged requests; the only handlers here that keep it. */
final class XsrfHandlers {

    private XsrfHandlers() {}

    static Route[] routes() {
        return new Route[] {route("/xsrf", Form::new), route("/xsrf/quiet", Quiet::new)};
    }

    private static final class Form extends RequestHandler {
        @Override
        protected void get() {
            boolean field = xsrfFormHtml().contains("name=\"_xsrf\"");
            write(Map.of("field", field, "token_length", !xsrfToken().isEmpty()));
        }

        @Override
        protected void post() {
            write("accepted");
        }

        @Override
        protected void put() {
            post();
        }

        @Override
        protected void delete() {
            post();
        }

        @Override
        protected void patch() {
            post();
        }

        @Override
        protected void options() {
            write("options accepted");
        }
    }

    /** Never touches the token itself. */
    private static final class Quiet extends RequestHandler {
        @Override
        protected void get() {
            write("no cookie set");
        }

        @Override
        protected void post() {
            write("accepted");
        }
    }
}
