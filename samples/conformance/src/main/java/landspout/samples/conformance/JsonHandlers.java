package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import landspout.web.Route;
import org.jspecify.annotations.Nullable;

/** JSON in both directions. */
final class JsonHandlers {

    private JsonHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/json/echo", Echo::new),
            route("/json/types", Types::new),
            route("/json/list", JsonList::new),
            route("/json/typed", Typed::new),
            route("/json/typed-after", TypedAfter::new)
        };
    }

    private static final class Echo extends Base {
        @Override
        protected void post() {
            write(Collections.singletonMap("received", getJsonBody()));
        }

        @Override
        protected void put() {
            post();
        }
    }

    private static final class Types extends Base {
        @Override
        protected void get() {
            Map<String, @Nullable Object> types = new LinkedHashMap<>();
            types.put("int", 7);
            types.put("float", 1.5);
            types.put("true", true);
            types.put("false", false);
            types.put("null", null);
            types.put("text", "café ☃");
            types.put("nested", Map.of("list", List.of(1, "two", List.of())));
            types.put("markup", "</script>");
            write(types);
        }
    }

    private static final class JsonList extends Base {
        @Override
        protected void get() {
            throw new IllegalArgumentException("Java's compiler refuses to write() a list");
        }
    }

    private static final class Typed extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", "text/plain");
            write(Map.of("a", 1));
        }
    }

    private static final class TypedAfter extends Base {
        @Override
        protected void get() {
            write(Map.of("a", 1));
            setHeader("Content-Type", "application/vnd.conformance+json");
        }
    }
}
