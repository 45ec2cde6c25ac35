package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Map;
import landspout.web.Route;
import landspout.web.StaticFileHandler;
import landspout.web.StaticRoot;

/** Static files at further places, and links to those at the usual one. */
final class StaticFileHandlers {

    private StaticFileHandlers() {}

    static Route[] routes(StaticRoot files) {
        return new Route[] {
            route("/files/(.*)", () -> new StaticFileHandler(files, "index.html")),
            route("/(single\\.txt)", () -> new StaticFileHandler(files)),
            route("/static-url", Links::new)
        };
    }

    private static final class Links extends Base {
        @Override
        protected void get() {
            write(Map.of(
                    "plain",
                    staticUrl("hello.txt"),
                    "unversioned",
                    staticUrl("hello.txt", false),
                    "absolute",
                    request().protocol() + "://" + request().host() + staticUrl("hello.txt"),
                    "missing",
                    staticUrl("no-such-file.txt")));
        }
    }
}
