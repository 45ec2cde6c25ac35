package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import landspout.http.RawExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, a handler without faults never makes a 5xx of it, and nothing hostile comes back. */
final class HostileRequestsTest {

    private static final String[] WORDS = {
        "/",
        "//",
        "\\",
        "..",
        ".",
        "%2e",
        "%2F",
        "%5c",
        "%00",
        "%0d%0a",
        "%ff",
        "%C3%A9",
        "%C3",
        "%",
        "%zz",
        "%25",
        "?",
        "&",
        "=",
        ";",
        "#",
        "+",
        "a",
        "b",
        "evil.test",
        "http:",
        "slash",
        "out",
        "old",
        "args",
        "members",
        "\u0000",
        "\r\n",
        "\n",
        "\t",
        " ",
        "\u007f",
        "\u00e9",
        "\u0100",
        "\u560a",
        "{0}",
        "<script>",
        "\"",
        "'",
        "|",
        "2|",
        "*",
        "W/\"x\"",
        "_xsrf",
        "v"
    };

    private LogLines general;
    private LogLines access;

    @BeforeEach
    void listen() {
        general = LogLines.of("landspout.general");
        access = LogLines.of("landspout.access");
    }

    @AfterEach
    void leave() {
        general.close();
        access.close();
    }

    private static final class Slashes extends RequestHandler {
        @AddSlash
        @Override
        protected void get() {
            write("with");
        }
    }

    private static final class Members extends RequestHandler {
        @Authenticated
        @Override
        protected void get() {}
    }

    private static final Application APP = Application.builder(
                    route("/slash.*", Slashes::new),
                    route("//.*", Slashes::new),
                    route("/members.*", Members::new),
                    route("/old(.*)", () -> new RedirectHandler("/{0}")),
                    route(
                            "/out/(.)(.*)",
                            Handlers.get(handler -> handler.write(Map.of(
                                    "args",
                                    handler.pathArguments().positional().stream()
                                            .map(argument -> argument.orElse(""))
                                            .toList())))),
                    route("/args.*", Handlers.get(handler -> {
                        handler.write(handler.getArgument("v", "none"));
                        handler.write(handler.getCookie("a", "none"));
                        handler.clearAllCookies();
                        handler.xsrfToken();
                        handler.getSecureCookie("v");
                    })),
                    route("(.*)", Handlers.get(handler -> handler.write(handler.pathArgument(0)))))
            .host("a\\.test", route("/a", Handlers.get(handler -> handler.write("host"))))
            .set(Settings.LOGIN_URL, "/login")
            .set(Settings.COOKIE_SECRET, SigningKeys.of("secret"))
            .set(Settings.COMPRESS_RESPONSE, true)
            .set(Settings.XSRF_COOKIES, true)
            .set(Settings.LOG_ALL_REQUESTS, true)
            .build();

    private static String words(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static void tryHeader(Random random, RawExchange exchange, String name) {
        String value = words(random, 6);
        if (landspout.http.HeaderSyntax.isFieldValue(value)) {
            exchange.header(name, value);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hostileRequests(long seed) {
        Random random = new Random(seed);
        List<String> methods = List.of("GET", "GET", "GET", "HEAD", "POST", "FROB");
        for (int round = 0; round < 10_000; round++) {
            String target = (random.nextInt(20) == 0 ? "" : "/") + words(random, 8);
            RawExchange exchange = new RawExchange(methods.get(random.nextInt(methods.size())), target);
            tryHeader(random, exchange, "Cookie");
            tryHeader(random, exchange, "If-None-Match");
            tryHeader(random, exchange, "Accept-Encoding");
            tryHeader(random, exchange, "X-Xsrftoken");
            if (random.nextInt(4) == 0) {
                exchange.body("application/x-www-form-urlencoded", words(random, 8));
            }
            APP.handle(exchange);
            assertThat(exchange.status).as("%s", target).isBetween(200, 499);
            assertThat(exchange.isFinished()).as("%s", target).isTrue();
            String location = exchange.responseHeaders.get("Location", "/");
            assertThat(location)
                    .as("%s", target)
                    .startsWith("/")
                    .doesNotStartWith("//")
                    .doesNotStartWith("/\\");
            assertThat(location).matches("[\\x20-\\x7e\\x80-\\xff]*");
        }
        assertThat(access.lines()).hasSize(10_000).noneMatch(line -> line.contains("\n"));
    }
}
