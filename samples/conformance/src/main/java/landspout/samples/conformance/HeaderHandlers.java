package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.time.Instant;
import java.util.Map;
import landspout.http.HttpHeaders;
import landspout.web.Route;
import landspout.web.Strip;

/** Header fields in both directions. */
final class HeaderHandlers {

    private HeaderHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/headers/set", Set::new),
            route("/headers/add", Add::new),
            route("/headers/clear", Clear::new),
            route("/headers/no-type", NoType::new),
            route("/headers/types", Types::new),
            route("/headers/bad-type", BadType::new),
            route("/headers/set-arg", SetArgument::new),
            route("/headers/add-arg", AddArgument::new),
            route("/headers/in", In::new)
        };
    }

    private static final class Set extends Base {
        @Override
        protected void get() {
            setHeader("X-One", "first");
            setHeader("X-One", "second");
            setHeader("x-lower-case", "v");
            write("ok");
        }
    }

    private static final class Add extends Base {
        @Override
        protected void get() {
            addHeader("X-Many", "a");
            addHeader("X-Many", "b");
            setHeader("X-Reset", "gone");
            addHeader("X-Reset", "gone too");
            setHeader("X-Reset", "only");
            write("ok");
        }
    }

    private static final class Clear extends Base {
        @Override
        protected void get() {
            setHeader("X-Gone", "1");
            clearHeader("X-Gone");
            clearHeader("X-Never-Set");
            setHeader("X-Stays", "1");
            write("ok");
        }
    }

    private static final class NoType extends Base {
        @Override
        protected void get() {
            clearHeader("Content-Type");
            write("untyped");
        }
    }

    private static final class Types extends Base {
        @Override
        protected void get() {
            setHeader("X-Int", 12);
            setHeader("X-Date", Instant.parse("2018-05-01T12:30:15Z"));
            setHeader("X-Bytes", Octets.text(new byte[] {'r', 'a', 'w'}));
            setHeader("X-Latin", "café");
            write("ok");
        }
    }

    private static final class BadType extends Base {
        @Override
        protected void get() {
            throw new IllegalArgumentException("Java's compiler refuses to set a header to a list");
        }
    }

    private static final class SetArgument extends Base {
        @Override
        protected void get() {
            setHeader("X-Echo", getArgument("v", Strip.NO));
            write("set");
        }
    }

    private static final class AddArgument extends Base {
        @Override
        protected void get() {
            addHeader("X-Echo", getArgument("v", Strip.NO));
            write("added");
        }
    }

    private static final class In extends Base {
        @Override
        protected void get() {
            HttpHeaders headers = request().headers();
            write(Map.of(
                    "get", headers.get("X-Test"),
                    "list", headers.getList("X-Test"),
                    "has", headers.contains("x-tEST"),
                    "user_agent", headers.get("User-Agent", "none")));
        }
    }
}
