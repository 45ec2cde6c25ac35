package landspout.benchmarks;

import static landspout.web.Route.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import landspout.web.Application;
import landspout.web.RequestHandler;
import landspout.web.Settings;

/** The application that runs behind the adapter. */
final class Handlers {

    private Handlers() {}

    static Application application(boolean etags) {
        AtomicInteger counter = new AtomicInteger();
        return Application.builder(
                        route("/", Hello::new),
                        route("/json", () -> new Json(counter)),
                        route("/users/([0-9]+)", User::new),
                        route("/echo", Echo::new))
                .set(Settings.AUTOMATIC_ETAGS, etags)
                .build();
    }

    /** What {@code /json} answers, of which the id is another one each time. */
    static Map<String, Object> message(int id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message", "Hello, world");
        message.put("id", id);
        message.put("ok", true);
        message.put("ratio", 0.25);
        message.put("name", "landspout");
        return message;
    }

    private static final class Hello extends RequestHandler {
        @Override
        protected void get() {
            write("Hello, world");
        }
    }

    private static final class Json extends RequestHandler {

        private final AtomicInteger counter;

        Json(AtomicInteger counter) {
            this.counter = counter;
        }

        @Override
        protected void get() {
            write(message(counter.incrementAndGet()));
        }
    }

    private static final class User extends RequestHandler {
        @Override
        protected void get() {
            write("user " + pathArgument(0));
        }
    }

    private static final class Echo extends RequestHandler {
        @Override
        protected void post() {
            write(getArgument("text"));
        }
    }
}
