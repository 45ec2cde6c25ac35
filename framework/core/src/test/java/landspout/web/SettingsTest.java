package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import landspout.http.RequestLimits;
import landspout.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

    private static final Setting<Integer> LIMIT =
            Setting.of("limit", Integer.class).withParser(Integer::valueOf);

    private static Application.Builder app() {
        return Application.builder(route("/", Handlers.get(handler -> handler.write("x"))));
    }

    @ParameterizedTest
    @CsvSource({
        "no_such, x, no_such, compress_response",
        "compress_response, yes, compress_response, true",
        "compress_response, '', compress_response, true",
        "compress_response, TRUE, compress_response, true",
        "max_body_size, many, max_body_size, many",
        "max_body_size, 10MB, 'max_body_size cannot be \"10MB\": a whole number is needed', ''",
        "max_fields, 1k, max_fields, a whole number is needed",
        "max_fields, 3000000000, max_fields, 2147483647",
        "websocket_ping_interval, 5s, websocket_ping_interval, seconds",
        "websocket_ping_timeout, 5, websocket_ping_timeout, websocket_ping_interval above zero",
        "static_url_prefix, /files/, static_url_prefix, set static_path",
        "max_body_size, -1, maxBodySize, negative",
        "max_cookies, -1, maxCookies, negative",
        "xsrf_cookie_version, 3, xsrf_cookie_version, 1 or 2",
        "xsrf_cookie_version, x, xsrf_cookie_version, x",
        "static_url_prefix, static, static_url_prefix, slash",
        "static_url_prefix, /static, static_url_prefix, slash",
        "static_path, /no/such/directory, static_path, no directory",
        "public_root_path, shop, public_root_path, slash",
        "public_root_path, /shop/, public_root_path, slash",
        "public_root_path, //evil.test, public_root_path, slash",
        "public_root_path, /\\evil.test, public_root_path, slash",
        "public_root_path, /a;b, public_root_path, path",
        "public_root_path, /a b, public_root_path, path",
        "public_root_path, '/a\r\nb', public_root_path, path",
        "public_root_path, /a?b, public_root_path, path",
        "login_url, '', login_url, address",
        "login_url, '/a\r\nb', login_url, address",
        "cookie_secret, '', cookie_secret, random",
        "template_engine, x, template_engine, where the application is built",
        "max_form_size, -1, maxFormSize, negative",
        "max_parts, many, max_parts, many",
        "max_part_header_size, 99999999, maxPartHeaderSize, at most",
        "limit, x, limit, there is no setting",
    })
    void aWrongOneSaysWhatIsWrong(String name, String text, String culprit, String remedy) {
        Application app = app().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.withSettings(Map.of(name, text)))
                .withMessageContaining(culprit)
                .withMessageContaining(remedy);
    }

    @Test
    @SuppressWarnings("NullAway") // What a caller without a checker may do.
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> app().set(Settings.LOGIN_URL, null)).hasMessageContaining("the setting login_url");
        assertThatThrownBy(() -> Application.of(route("/none", () -> null)))
                .hasMessageContaining("the factory of the route /none returned null");
        assertThatThrownBy(() -> app().defaultHandler(() -> null).build())
                .hasMessageContaining("the factory of the default handler returned null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.of(null))
                .withMessage("the cookie secret is missing: set it to a long random text, the same on every host");
    }

    @Test
    void aPingTimeoutMayBeWithAnInterval() {
        Settings settings = app().build()
                .withSettings(Map.of("websocket_ping_interval", "10", "websocket_ping_timeout", "2.5"))
                .settings();
        assertThat(settings.get(Settings.WEBSOCKET_PING_TIMEOUT)).hasMillis(2500);
    }

    @Test
    void textsTakeThePlaceOfWhatWasSet() {
        Application app =
                app().set(Settings.COMPRESS_RESPONSE, true).set(LIMIT, 5).build();
        Application changed = app.withSettings(
                Map.of("compress_response", "false", "max_body_size", "10", "public_root_path", "", "limit", "7"));
        assertThat(changed.settings().get(Settings.COMPRESS_RESPONSE)).isFalse();
        assertThat(changed.settings().get(LIMIT)).isEqualTo(7);
        assertThat(app.settings().get(Settings.COMPRESS_RESPONSE)).isTrue();
        assertThat(app.settings().get(LIMIT)).isEqualTo(5);
        assertThat(TestClient.of(changed)
                        .request("POST", "/")
                        .body("text/plain", new byte[11])
                        .send()
                        .status())
                .isEqualTo(413);
    }

    @Test
    void everyLimitOnRequestsIsASetting() {
        Application app = app().build()
                .withSettings(Map.of(
                        "max_body_size", "1",
                        "body_memory_threshold", "2",
                        "max_form_size", "3",
                        "max_fields", "4",
                        "max_parts", "5",
                        "max_part_header_size", "6",
                        "max_cookies", "7"));
        assertThat(app.requestLimits()).isEqualTo(new RequestLimits(1, 2, 3, 4, 5, 6, 7));
        assertThat(app().build().requestLimits()).isEqualTo(RequestLimits.DEFAULTS);
    }

    @Test
    void twoSettingsOfOneNameContradictEachOther() {
        for (Setting<Boolean> twin : List.of(Setting.of("debug", Boolean.class), Settings.DEBUG.withDefault(true))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> app().set(twin, true).build())
                    .withMessageContaining("debug")
                    .withMessageContaining("name");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app().set(LIMIT, 1)
                        .set(Setting.of("limit", String.class), "x")
                        .build())
                .withMessageContaining("limit");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void aValueOfAnotherTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app().set((Setting) Settings.DEBUG, "true").build())
                .withMessage("the setting debug is a Boolean, not a String");
    }

    @Test
    void whatIsNeededAndMissingIsNamed() {
        assertThatThrownBy(() -> app().build().settings().get(Settings.LOGIN_URL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("login_url")
                .hasMessageContaining("set");
    }

    @Test
    void anApplicationDoesNotChangeWithItsBuilder() {
        List<String> calls = new ArrayList<>();
        Application.Builder builder = app();
        Application app = builder.onStart(() -> calls.add("start")).build();
        builder.onStart(() -> calls.add("late")).routes(route("/late", Handlers.get(handler -> {})));
        app.start();
        app.start();
        assertThat(calls).containsExactly("start");
        assertThat(TestClient.of(app.withSettings(Map.of("debug", "true")))
                        .get("/late")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hooksRunInOrderAndBackwardsThoseWithinToo() {
        List<String> calls = new ArrayList<>();
        Application inner = Application.builder(route("/in", Handlers.get(handler -> handler.write("in"))))
                .onStart(() -> calls.add("start in"))
                .onStop(() -> calls.add("stop in"))
                .build();
        Application outer = Application.builder(Route.nested("/in", inner))
                .onStart(() -> calls.add("start 1"))
                .onStart(() -> calls.add("start 2"))
                .onStop(() -> calls.add("stop 1"))
                .onStop(() -> {
                    throw new IllegalStateException("a hook that fails");
                })
                .onStop(() -> calls.add("stop 3"))
                .build();
        try (LogLines log = LogLines.of("landspout.application")) {
            outer.stop();
            outer.start();
            outer.stop();
            outer.stop();
            assertThat(log.lines()).hasSize(1);
        }
        assertThat(calls).containsExactly("start in", "start 1", "start 2", "stop 3", "stop 1", "stop in");
    }

    @Test
    void anApplicationWithinKeepsItsOwnSettings() {
        Application inner = Application.builder(
                        route("/in/page", Handlers.get(handler -> handler.write(handler.xsrfFormHtml())))
                                .named("page"))
                .set(Settings.XSRF_COOKIES, true)
                .build();
        Application outer = Application.of(
                Route.nested("/in/.*", inner), route(".*", Handlers.get(handler -> handler.write("outer"))));
        TestClient client = TestClient.of(outer);
        assertThat(client.request("POST", "/in/page").send().status()).isEqualTo(403);
        assertThat(client.request("POST", "/other").send().status()).isEqualTo(200);
        assertThat(client.get("/in/elsewhere").text()).isEqualTo("outer");
        assertThat(outer.reverseUrl("page")).isEqualTo("/in/page");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outer.reverseUrl("nobody"))
                .withMessageContaining("nobody");
    }

    @Test
    void hostsComeFirstAndFallThrough() {
        Application app = Application.builder(
                        route("/", Handlers.get(handler -> handler.write("every"))),
                        route("/more", Handlers.get(handler -> handler.write("more"))))
                .host("api\\.test", route("/", Handlers.get(handler -> handler.write("api"))))
                .host(".*\\.test", route("/wild", Handlers.get(handler -> handler.write("wild"))))
                .host("api\\.test", route("/two", Handlers.get(handler -> handler.write("two"))))
                .build();
        Map<String, String> wanted = Map.of(
                "api.test /", "api",
                "API.test:80 /", "api",
                "api.test /two", "two",
                "api.test /wild", "wild",
                "api.test /more", "more",
                "x.test /", "every",
                "localhost /wild", "404");
        wanted.forEach((ask, text) -> {
            String[] parts = ask.split(" ");
            var answer = TestClient.of(app)
                    .request("GET", parts[1])
                    .header("Host", parts[0])
                    .send();
            assertThat(answer.status() == 404 ? "404" : answer.text()).as(ask).isEqualTo(text);
        });
    }
}
