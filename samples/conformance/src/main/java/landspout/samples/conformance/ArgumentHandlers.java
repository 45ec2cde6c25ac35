package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import landspout.http.HttpFile;
import landspout.web.Route;
import landspout.web.Strip;

/** Arguments of query and body, and forms with files. */
final class ArgumentHandlers {

    private ArgumentHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/args/one", One::new),
            route("/args/default", Default::new),
            route("/args/none", None::new),
            route("/args/nostrip", Unstripped::new),
            route("/args/many", Many::new),
            route("/args/query", Query::new),
            route("/args/body", Body::new),
            route("/args/merge", Merge::new),
            route("/args/dump", Dump::new),
            route("/form/upload", Upload::new)
        };
    }

    private static final class One extends Base {
        @Override
        protected void get() {
            write(Map.of("name", getArgument("name")));
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class Default extends Base {
        @Override
        protected void get() {
            write(Map.of("name", getArgument("name", "fallback")));
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class None extends Base {
        @Override
        protected void get() {
            write(Map.of("name", findArgument("name")));
        }
    }

    private static final class Unstripped extends Base {
        @Override
        protected void get() {
            write(Map.of("name", getArgument("name", Strip.NO)));
        }
    }

    private static final class Many extends Base {
        @Override
        protected void get() {
            write(Map.of("v", getArguments("v")));
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class Query extends Base {
        @Override
        protected void get() {
            write(Map.of("first", getQueryArgument("q"), "all", getQueryArguments("q")));
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class Body extends Base {
        @Override
        protected void post() {
            write(Map.of("first", getBodyArgument("b"), "all", getBodyArguments("b")));
        }

        @Override
        protected void put() {
            post();
        }
    }

    private static final class Merge extends Base {
        @Override
        protected void post() {
            write(Map.of(
                    "last", findArgument("v"),
                    "any", getArguments("v"),
                    "query", getQueryArguments("v"),
                    "body", getBodyArguments("v")));
        }
    }

    private static final class Dump extends Base {
        @Override
        protected void get() {
            write(Map.of(
                    "query", Octets.table(request().queryArguments()),
                    "body", Octets.table(request().bodyArguments())));
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
        protected void patch() {
            get();
        }
    }

    private static final class Upload extends Base {
        @Override
        protected void post() {
            Map<String, List<Map<String, ?>>> files = new LinkedHashMap<>();
            request()
                    .files()
                    .forEach((field, sent) ->
                            files.put(field, sent.stream().map(Upload::describe).toList()));
            write(Map.of("fields", Octets.table(request().bodyArguments()), "files", files));
        }

        @Override
        protected void put() {
            post();
        }

        private static Map<String, ?> describe(HttpFile file) {
            return Map.of(
                    "filename", file.filename(),
                    "content_type", file.contentType(),
                    "length", file.length(),
                    "sha256", Octets.sha256(file.body()));
        }
    }
}
