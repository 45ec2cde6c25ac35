package landspout.web;

import static landspout.web.Route.route;

import java.util.function.Supplier;
import landspout.testing.TestClient;

/** Handlers that are a line long. */
final class Handlers {

    private Handlers() {}

    interface Work {
        void on(RequestHandler handler) throws Exception;
    }

    /** Does the same for GET, HEAD and POST. */
    static Supplier<RequestHandler> get(Work work) {
        return () -> new Worker(work);
    }

    /** A client of an application that has this one handler, for every path. */
    static TestClient client(Work work) {
        return client(get(work));
    }

    static TestClient client(Supplier<? extends RequestHandler> handler) {
        return TestClient.of(Application.of(route(".*", handler)));
    }

    static final class Worker extends RequestHandler {
        private final Work work;

        private Worker(Work work) {
            this.work = work;
        }

        @Override
        protected void get() throws Exception {
            work.on(this);
        }

        @Override
        protected void head() throws Exception {
            work.on(this);
        }

        @Override
        protected void post() throws Exception {
            work.on(this);
        }
    }
}
