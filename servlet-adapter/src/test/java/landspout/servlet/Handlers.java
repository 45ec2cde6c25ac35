package landspout.servlet;

import java.util.function.Consumer;
import landspout.web.RequestHandler;

/** Handlers made of a few lines. */
final class Handlers {

    private Handlers() {}

    /** Does the same for every method, also for those that nobody has heard of. */
    static RequestHandler any(Body body) {
        return new Any(body);
    }

    interface Body {
        void run(RequestHandler handler) throws Exception;
    }

    /** Writes where the request was routed to. */
    static RequestHandler echo() {
        return any(handler -> handler.write(handler.request().path() + " "
                + handler.request().rootPath() + " " + handler.request().uri()));
    }

    static RequestHandler writes(String text) {
        return any(handler -> handler.write(text));
    }

    static RequestHandler plain(Consumer<RequestHandler> body) {
        return any(body::accept);
    }

    private static final class Any extends RequestHandler {

        private final Body body;

        Any(Body body) {
            this.body = body;
        }

        @Override
        protected void get() throws Exception {
            body.run(this);
        }

        @Override
        protected void head() throws Exception {
            body.run(this);
        }

        @Override
        protected void post() throws Exception {
            body.run(this);
        }
    }
}
