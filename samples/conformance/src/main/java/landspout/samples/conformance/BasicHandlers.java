package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import landspout.web.Route;

/** The basics, and methods. */
final class BasicHandlers {

    private BasicHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/", Hello::new).named("hello"),
            route("/methods/all", AllMethods::new),
            route("/methods/get-only", Hello::new),
            route("/methods/get-head", GetHead::new),
            route("/methods/custom", CustomMethod::new),
            route("/methods/options", Options::new)
        };
    }

    private static final class Hello extends Base {
        @Override
        protected void get() {
            write("Hello, world");
        }
    }

    private static final class AllMethods extends Base {
        @Override
        protected void head() {
            setHeader("X-Method", "HEAD");
        }

        @Override
        protected void get() {
            answer();
        }

        @Override
        protected void post() {
            answer();
        }

        @Override
        protected void put() {
            answer();
        }

        @Override
        protected void delete() {
            answer();
        }

        @Override
        protected void patch() {
            answer();
        }

        @Override
        protected void options() {
            answer();
        }

        private void answer() {
            setHeader("X-Method", request().method());
            write("method=" + request().method());
        }
    }

    private static final class GetHead extends Base {
        @Override
        protected void get() {
            write("body of get-head");
        }

        @Override
        protected void head() {
            get();
        }
    }

    private static final class CustomMethod extends Base {
        @Override
        protected Set<String> supportedMethods() {
            return Stream.concat(super.supportedMethods().stream(), Stream.of("PROPFIND"))
                    .collect(Collectors.toSet());
        }

        @Override
        protected void extensionMethod() {
            setStatus(207);
            write("propfind answered");
        }
    }

    private static final class Options extends Base {
        @Override
        protected void options() {
            setHeader("Allow", "GET, OPTIONS");
            setStatus(204);
        }

        @Override
        protected void get() {
            write("options-get");
        }
    }
}
