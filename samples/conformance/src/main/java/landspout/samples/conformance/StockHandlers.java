package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.web.ErrorHandler;
import landspout.web.RedirectHandler;
import landspout.web.Route;

/** Handlers that the framework brings along. */
final class StockHandlers {

    private StockHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/moved/permanent", () -> new RedirectHandler("/target")),
            route("/moved/temporary", () -> new RedirectHandler("/target", false)),
            route("/moved/absolute", () -> new RedirectHandler("https://example.test/away?x=1")),
            route("/moved/swap/(\\w+)/([^/]+)", () -> new RedirectHandler("/to/{1}/{0}")),
            route("/gone", () -> new ErrorHandler(410))
        };
    }
}
