package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import landspout.escape.Escape;
import landspout.http.Cookie;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects lead, octet by octet; and answers without a body that look like errors. */
class RedirectTest {

    private static final Application APPLICATION = Application.of(
            route("/go", Go::new),
            route("/unmodified", Unmodified::new),
            route("/cookie", PathlessCookie::new),
            route("/plain", () -> new RedirectHandler("/target")),
            route("/query", () -> new RedirectHandler("/target?x=1")),
            route("/fragment", () -> new RedirectHandler("/target#part?")),
            route("/both", () -> new RedirectHandler("/target?x=1#part")),
            route("/swap/([^/]+)/([^/]+)", () -> new RedirectHandler("/to/{1}/{0}", false)));

    private static final class Go extends RequestHandler {
        @Override
        protected void get() {
            redirect(getArgument("to"));
        }
    }

    private static final class Unmodified extends RequestHandler {
        @Override
        protected void get() {
            throw new HttpError(304);
        }
    }

    private static final class PathlessCookie extends RequestHandler {
        @Override
        protected void get() {
            setCookie(Cookie.of("a", "1").path(""));
            setCookie(Cookie.of("b", "2"));
        }
    }

    private static String location(String uri) {
        TestResponse answer = TestClient.of(APPLICATION).get(uri);
        assertThat(answer.status()).isBetween(301, 302);
        return new String(answer.header("Location").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "https://example.test/?a=b#c", "/café", "/☃/🌀", "?q", ""})
    void anAddressIsSentAsItIsInUtf8(String address) {
        assertThat(location("/go?to=" + Escape.urlEscape(address))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /plain,                   /target
            /plain?,                  /target
            /plain?a=1&a=2&b=+,       /target?a=1&a=2&b=+
            /plain?a,                 /target?a=
            /plain?a=%E9%00%1F%FF,    /target?a=%E9%00%1F%FF
            /plain?a=caf%c3%a9,       /target?a=caf%C3%A9
            /query?a=1,               /target?x=1&a=1
            /query,                   /target?x=1
            /fragment?a=1,            /target?a=1#part?
            /both?a=1,                /target?x=1&a=1#part
            /swap/a/caf%C3%A9?b=%2F,  /to/café/a?b=%2F
            """)
    void aStockRedirectKeepsTheQuery(String from, String to) {
        assertThat(location(from)).isEqualTo(to);
    }

    @Test
    void aThrown304IsAnAnswer() {
        TestResponse answer = TestClient.of(APPLICATION).get("/unmodified");

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().contains("Content-Type")).isFalse();
    }

    @Test
    void aCookieMayGoWithoutAPath() {
        assertThat(TestClient.of(APPLICATION).get("/cookie").headers().getList("Set-Cookie"))
                .containsExactly("a=1", "b=2; Path=/");
    }
}
