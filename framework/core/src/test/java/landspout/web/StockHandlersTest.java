package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import landspout.http.HeaderMap;
import landspout.http.RawExchange;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StockHandlersTest {

    private static final Application APP = Application.builder(
                    route("/permanent", () -> new RedirectHandler("/target")),
                    route("/temporary", () -> new RedirectHandler("/target", false)),
                    route("/absolute", () -> new RedirectHandler("https://example.test/away?x=1")),
                    route("/fragment", () -> new RedirectHandler("/target#top")),
                    route("/swap/(\\w+)/([^/]+)", () -> new RedirectHandler("/to/{1}/{0}")),
                    route("/maybe(?:/(\\w+))?", () -> new RedirectHandler("/to/{0}.")),
                    route("/old/(.*)", () -> new RedirectHandler("/{0}")),
                    route("/braces", () -> new RedirectHandler("/{x}/{}/{")),
                    route("/gone", () -> new ErrorHandler(410)))
            .build();

    @ParameterizedTest
    @CsvSource({
        "/permanent, 301, /target",
        "/temporary, 302, /target",
        "/permanent?a=1&b=2, 301, /target?a=1&b=2",
        "/permanent?a=&b, 301, /target?a=&b=",
        "/permanent?a=%20%26&a=2, 301, /target?a=+%26&a=2",
        "/permanent?a=%C3%A9, 301, /target?a=%C3%A9",
        "/permanent?a=%FF%01, 301, /target?a=%FF%01",
        "/permanent?%0D%0Ax=%0D%0A, 301, /target?%0D%0Ax=%0D%0A",
        "/absolute?y=2, 301, https://example.test/away?x=1&y=2",
        "/fragment, 301, /target#top",
        "/fragment?a=1, 301, /target?a=1#top",
        "/swap/one/two, 301, /to/two/one",
        "/swap/one/t%20w, 301, /to/t w/one",
        "/swap/one/%E2%98%83, 301, /to/â\u0098\u0083/one",
        "/swap/one/{0}, 301, /to/{0}/one",
        "/maybe, 301, /to/.",
        "/maybe/x, 301, /to/x.",
        "/old/page, 301, /page",
        "/old//evil.test, 301, /evil.test",
        "/old/%2Fevil.test, 301, /evil.test",
        "/old/%5Cevil.test, 301, /evil.test",
        "/braces, 301, /{x}/{}/{",
    })
    void redirects(String uri, int status, String location) {
        TestResponse answer = TestClient.of(APP).get(uri);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).isEqualTo(location);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void redirectsAreForGet() {
        TestResponse answer = TestClient.of(APP).request("POST", "/permanent").send();
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void anEmptyAllowIsNotSent() {
        TestResponse answer =
                TestClient.of(APP).request("BREW", "/no/such/path").send();
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().contains("Allow")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "OPTIONS", "HEAD"})
    void anErrorIsForEveryMethodAndNeedsNoToken(String method) {
        Application app = APP.withSettings(java.util.Map.of("xsrf_cookies", "true"));
        assertThat(TestClient.of(app).request(method, "/gone").send().status()).isEqualTo(410);
        assertThat(TestClient.of(app).request(method, "/nowhere").send().status())
                .isEqualTo(404);
        assertThat(TestClient.of(app).request("FROB", "/nowhere").send().status())
                .isEqualTo(405);
    }

    @Test
    void theDefaultHandlerTakesWhatHasNoRoute() {
        Application app = Application.builder()
                .defaultHandler(Handlers.get(handler -> {
                    handler.setStatus(404);
                    handler.write("nothing at " + handler.request().path());
                }))
                .build();
        TestResponse answer = TestClient.of(app).get("/x");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("nothing at /x");
        assertThat(TestClient.of(app).get("/%00").text()).contains("400: Bad Request");
    }

    @Test
    void aFallbackAnswersThroughTheExchange() {
        Application app = Application.of(route(
                ".*",
                () -> new FallbackHandler(request -> {
                    byte[] text = ("fallback " + request.path() + " " + request.body().length)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    request.exchange().start(201, "Made", new HeaderMap(), text, 0, text.length, true);
                })));
        RawExchange exchange = new RawExchange("POST", "/x").body("text/plain", "abc");
        app.handle(exchange);
        assertThat(exchange.events).containsExactly("read", "head 201", "send 13 last");
        assertThat(exchange.text()).isEqualTo("fallback /x 3");
    }

    @Test
    void aFallbackThatFailsIs500() {
        Application app = Application.of(route(
                ".*",
                () -> new FallbackHandler(request -> {
                    throw new IllegalStateException("secret");
                })));
        TestResponse answer = TestClient.of(app).get("/");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("secret");
    }
}
