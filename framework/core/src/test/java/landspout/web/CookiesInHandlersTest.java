package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import landspout.http.Cookie;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies plain and signed and the XSRF token, as handlers see them; signed values and tokens are Tornado's. */
final class CookiesInHandlersTest {

    private static final String ALICE =
            "2|1:0|10:1525132800|7:session|8:YWxpY2U=|02a21a256e7dddcb449c4762e302c9681d1ba55d81a145ab97093744ed47d00d";
    private static final String ALICE_1 = "YWxpY2U=|1525132800|7bb1cb91781eae02c4d5c428428e7a0e70613dd3";
    private static final String TOKEN = "2|a1b2c3d4|a1a3e1e7e5e7a5a3292b696f6d6f2d2b|1525132800";
    private static final String SAME_TOKEN = "2|01020304|0113213745576573899ba9bfcddfedfb|1525132800";
    private static final String PLAIN_TOKEN = "00112233445566778899aabbccddeeff";
    private static final String OTHER_TOKEN = "2|a1b2c3d4|5e5c1e181a185a5cd6d496909290d2d4|1525132800";

    private static TestClient client(Handlers.Work work) {
        return TestClient.of(Application.builder(route("/.*", Handlers.get(work)))
                .set(Settings.COOKIE_SECRET, SigningKeys.of("landspout-conformance-secret"))
                .build());
    }

    private static TestResponse withCookie(String header, Handlers.Work work) {
        return client(work).request("GET", "/").header("Cookie", header).send();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a=1 ~ 1",
                "b=2; a=1 ~ 1",
                "a=1; a=2 ~ 2",
                "a=\"x \\\"y\\\" \\073\" ~ x \"y\" ;",
                "a ~ none",
                "=1 ~ none",
                "; ; =; a=ok ~ ok",
                "path=/; a=ok ~ ok",
            })
    void read(String header, String value) {
        assertThat(withCookie(header, handler -> handler.write(handler.getCookie("a", "none")))
                        .text())
                .isEqualTo(value);
    }

    @Test
    void noMoreAreReadThanTheSettingAllows() {
        Application application = Application.builder(route(
                        "/",
                        Handlers.get(handler ->
                                handler.write(handler.request().cookies().keySet() + ""))))
                .set(Settings.MAX_COOKIES, 2)
                .build();
        assertThat(TestClient.of(application)
                        .request("GET", "/")
                        .header("Cookie", "a=1; b=2; c=3")
                        .send()
                        .text())
                .isEqualTo("[a, b]");
    }

    @Test
    void setAndReplaced() {
        TestResponse answer = client(handler -> {
                    handler.setCookie("a", "1");
                    handler.setCookie("b", "x y".replace(' ', ';'));
                    handler.setCookie(Cookie.of("a", "3").path("/deeper"));
                })
                .get("/");
        assertThat(answer.headers().getList("Set-Cookie"))
                .containsExactly("a=3; Path=/deeper", "b=\"x\\073y\"; Path=/");
    }

    @Test
    void clearAllIsNotUpsetByWhatTheClientSent() {
        TestResponse answer = withCookie(
                "a=1; path=/; expires=x; b c=2; \"q\"=3; =4; \u00e9=5; b=6", RequestHandler::clearAllCookies);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getList("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.matches("[ab]=\"\"; expires=.*; Path=/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b\n", "\u0000", "é☃"})
    void aValueThatCannotBeSentIs500(String value) {
        TestResponse answer = client(handler -> handler.setCookie("a", value)).get("/");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers().contains("Set-Cookie")).isFalse();
    }

    @Test
    void tornadosSignaturesAreTaken() {
        for (String signed : List.of(ALICE, ALICE_1, "\"" + ALICE + "\"")) {
            assertThat(withCookie(
                                    "session=" + signed,
                                    handler ->
                                            handler.write(handler.getSecureCookie("session", Duration.ofDays(100_000))
                                                    .orElse("none".getBytes(StandardCharsets.UTF_8))))
                            .text())
                    .isEqualTo("alice");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"session=" + ALICE, "session=x" + ALICE, "other=" + ALICE, "session=", "session=\"", "session"})
    void oldOrForgedSignaturesAreNone(String header) {
        assertThat(withCookie(
                                header,
                                handler -> handler.write(
                                        handler.getSecureCookie("session").isPresent() ? "some" : "none"))
                        .text())
                .isEqualTo("none");
    }

    @Test
    void whatIsSignedComesBack() {
        TestResponse set = client(handler -> handler.setSecureCookie("session", "grüße; ☃"))
                .get("/");
        String cookie = set.header("Set-Cookie");
        assertThat(cookie).matches("session=\"?2\\|1:0\\|10:\\d{10}\\|7:session\\|.*; expires=.*; Path=/");
        assertThat(withCookie(
                                cookie.substring(0, cookie.indexOf("; expires")),
                                handler -> handler.write(
                                        handler.getSecureCookie("session").orElseThrow()))
                        .text())
                .isEqualTo("grüße; ☃");
    }

    @Test
    void withoutASecretTheOperatorIsToldWhatIsMissing() {
        try (LogLines log = LogLines.of("landspout.application")) {
            TestResponse answer = Handlers.client(handler -> handler.setSecureCookie("a", "b"))
                    .get("/");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(log.thrown().get(0)).hasMessageContaining("cookie_secret");
        }
    }

    private static TestClient guarded() {
        class Quiet extends RequestHandler {
            @Override
            protected void get() {
                write(xsrfToken());
            }

            @Override
            protected void post() {
                write("accepted");
            }

            @Override
            protected void options() {
                write("options");
            }

            @Override
            protected Optional<?> getCurrentUser() {
                return getCookie("user");
            }
        }
        return TestClient.of(Application.builder(route("/", Quiet::new))
                .set(Settings.XSRF_COOKIES, true)
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        TOKEN + ", " + TOKEN + ", 200",
        TOKEN + ", " + SAME_TOKEN + ", 200",
        TOKEN + ", " + PLAIN_TOKEN + ", 200",
        PLAIN_TOKEN + ", " + TOKEN + ", 200",
        PLAIN_TOKEN + ", " + PLAIN_TOKEN + ", 200",
        TOKEN + ", " + OTHER_TOKEN + ", 403",
        TOKEN + ", '', 403",
        "'', " + TOKEN + ", 403",
        "'', '', 403",
        "x, x, 403",
        "2|x|y|z, 2|x|y|z, 403",
        "||||, ||||, 403",
        TOKEN + ", 3|a|b|c, 403",
    })
    void theTokenMustBeThatOfTheCookie(String cookie, String token, int status) {
        String query = "/?_xsrf=" + landspout.escape.Escape.urlEscape(token);
        assertThat(guarded()
                        .request("POST", query)
                        .header("Cookie", "_xsrf=" + cookie)
                        .send()
                        .status())
                .isEqualTo(status);
        for (String header : List.of("X-Xsrftoken", "X-CSRFToken")) {
            assertThat(guarded()
                            .request("POST", "/")
                            .header("Cookie", "_xsrf=" + cookie)
                            .header(header, token)
                            .send()
                            .status())
                    .isEqualTo(status);
        }
        assertThat(guarded()
                        .request("POST", "/")
                        .header("Cookie", "_xsrf=" + cookie)
                        .form(java.util.Map.of("_xsrf", token))
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "OPTIONS, 200", "HEAD, 405", "POST, 403", "PUT, 403", "DELETE, 403", "PATCH, 403"})
    void onlyWhatChangesSomethingIsChecked(String method, int status) {
        assertThat(guarded().request(method, "/").send().status()).isEqualTo(status);
    }

    @Test
    void whatHasNoHandlerIs404WithoutAToken() {
        assertThat(guarded().request("POST", "/nowhere").send().status()).isEqualTo(404);
    }

    @Test
    void theCookieIsSetOnceAndOnlyWhenItIsDue() {
        TestResponse first = guarded().get("/");
        assertThat(first.headers().getList("Set-Cookie"))
                .singleElement()
                .asString()
                .contains(first.text(), "Path=/");
    }

    @Test
    void aCookieThatCameIsNotSetAgain() {
        TestResponse answer =
                guarded().request("GET", "/").header("Cookie", "_xsrf=" + TOKEN).send();
        assertThat(answer.headers().contains("Set-Cookie")).isFalse();
        assertThat(answer.text()).startsWith("2|").endsWith("|1525132800");
        TestResponse broken =
                guarded().request("GET", "/").header("Cookie", "_xsrf=broken").send();
        assertThat(broken.headers().contains("Set-Cookie")).isTrue();
    }

    @Test
    void forSignedInUsersItLasts() {
        TestResponse answer =
                guarded().request("GET", "/").header("Cookie", "user=ann").send();
        assertThat(answer.header("Set-Cookie")).contains("; expires=");
    }
}
