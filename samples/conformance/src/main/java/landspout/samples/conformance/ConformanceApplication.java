package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.samples.conformance.RoutingHandlers.Match;
import landspout.servlet.ApplicationSupplier;
import landspout.templates.PebbleTemplates;
import landspout.web.Application;
import landspout.web.Settings;
import landspout.web.SigningKeys;
import landspout.web.StaticRoot;

/** The application: all routes in the order in which they are tried, and the settings. */
public final class ConformanceApplication implements ApplicationSupplier {

    private static final String RESOURCES = "landspout/samples/conformance/";

    static final String SECRET = "landspout-conformance-secret";

    private final String address;

    /** For containers; {@code /async/client} asks port 8080. */
    public ConformanceApplication() {
        this("http://127.0.0.1:8080/");
    }

    /**
     * For hosts that have a loop.
     *
     * @param address where the application itself is found, for {@code /async/client}
     */
    public ConformanceApplication(String address) {
        this.address = address;
    }

    @Override
    public Application get() {
        StaticRoot files = StaticRoot.classPath(ConformanceApplication.class, RESOURCES + "static");
        return Application.builder()
                .routes(BasicHandlers.routes())
                .routes(RoutingHandlers.routes())
                .routes(ArgumentHandlers.routes())
                .routes(JsonHandlers.routes())
                .routes(WriteHandlers.routes())
                .routes(StatusHandlers.routes())
                .routes(HeaderHandlers.routes())
                .routes(RedirectHandlers.routes())
                .routes(ErrorHandlers.routes())
                .routes(LifecycleHandlers.routes())
                .routes(CookieHandlers.routes())
                .routes(SignedCookieHandlers.routes())
                .routes(XsrfHandlers.routes())
                .routes(EtagHandlers.routes())
                .routes(AuthenticationHandlers.routes())
                .routes(SlashHandlers.routes())
                .routes(StockHandlers.routes())
                .routes(StaticFileHandlers.routes(files))
                .routes(CompressionHandlers.routes())
                .routes(TemplateHandlers.routes())
                .routes(EchoHandlers.routes())
                .routes(AsynchronousHandlers.routes(address))
                .routes(route("/ws/echo", WebSocketEcho::new))
                .host(
                        "api\\.example\\.test",
                        route("/", () -> new Match("api-root")),
                        route("/host/(\\w+)", () -> new Match("api-host")))
                .host(
                        ".*\\.wild\\.example\\.test",
                        route("/", () -> new Match("wild-root")),
                        route("/host/(\\w+)", () -> new Match("wild-host")))
                .set(Settings.COOKIE_SECRET, SigningKeys.of(SECRET))
                .set(Settings.LOGIN_URL, "/login")
                .set(Settings.STATIC_PATH, files)
                .set(
                        Settings.TEMPLATE_ENGINE,
                        PebbleTemplates.classPath(ConformanceApplication.class, RESOURCES + "templates"))
                .set(Settings.COMPRESS_RESPONSE, true)
                .set(Settings.XSRF_COOKIES, true)
                // Tornado sends no Allow with a 405, and the record of its answers has none.
                .set(Settings.ALLOW_HEADER, false)
                .build();
    }
}
