package landspout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import landspout.http.Cookie;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status line, header fields, redirects: what may leave, and what is an error of the handler. */
final class OutputRulesTest {

    private static final String ERROR_500 =
            "<html><title>500: Internal Server Error</title><body>500: Internal Server Error</body></html>";

    private static TestResponse get(Handlers.Work work) {
        return Handlers.client(work).get("/");
    }

    private static void assertRefused(TestResponse answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo(ERROR_500);
        assertThat(answer.headers().names()).doesNotContain("X", "X-Before", "Location", "Set-Cookie");
    }

    /** What never leaves in a header. */
    static String[] hostile() {
        return new String[] {
            "a\r\nSet-Cookie: evil=1",
            "a\nb",
            "a\rb",
            "a\u0000b",
            "a\u0001b",
            "a\u001fb",
            "a\u007fb",
            "\u0100",
            "\u010a",
            "\u560a\u560d",
            "\u2028",
            "\ud83c\udf00",
        };
    }

    @Test
    @SuppressWarnings("NullAway") // What a caller without a checker may do.
    void nullIsNothingToWrite() {
        try (LogLines log = LogLines.of("landspout.application")) {
            assertRefused(get(handler -> handler.write((String) null)));
            assertRefused(get(handler -> handler.finish((String) null)));
            assertRefused(get(handler -> handler.write((byte[]) null)));
            assertRefused(get(handler -> handler.write((Map<String, Object>) null)));
            assertThat(log.thrown())
                    .extracting(Throwable::getMessage)
                    .containsExactly(
                            "write() takes text, not null",
                            "write() takes text, not null",
                            "write() takes octets, not null",
                            "write() takes a map, not null");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextGetsIntoNoHeader(String text) {
        assertRefused(get(handler -> {
            handler.setHeader("X-Before", "1");
            handler.setHeader("X", text);
        }));
        assertRefused(get(handler -> handler.addHeader("X", text)));
        assertRefused(get(handler -> handler.setHeader("X" + text, "v")));
        assertRefused(get(handler -> handler.setCookie("X" + text, "v")));
        assertRefused(get(handler -> handler.setCookie(Cookie.of("X", "v").path("/" + text))));
        assertRefused(get(handler -> handler.setCookie(Cookie.of("X", "v").domain("x" + text))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextGetsIntoNoReasonPhrase(String text) {
        assertThat(get(handler -> handler.setStatus(200, text)).reason()).isEqualTo("Unknown");
        assertThat(get(handler -> handler.sendError(400, text)).text()).contains("400: Unknown");
        TestResponse thrown = get(handler -> {
            throw new HttpError(409).withReason(text);
        });
        assertThat(thrown.status()).isEqualTo(409);
        assertThat(thrown.reason()).isEqualTo("Unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\u0000b", "a\u007fb"})
    void hostileTextGetsIntoNoRedirect(String text) {
        assertRefused(get(handler -> handler.redirect("/x" + text)));
    }

    @ParameterizedTest
    @CsvSource({
        "/x?a=1#top, /x?a=1#top",
        "https://example.test/é, https://example.test/é",
        "/☃?q=🌀, /☃?q=🌀",
        "/with space, /with space",
        "//host/x, //host/x",
        "/already%20there, /already%20there",
    })
    void anAddressGoesAsItIsGivenInUtf8(String url, String location) {
        String octets = new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(get(handler -> handler.redirect(url)).header("Location")).isEqualTo(octets);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200, OK",
        "299, 299, Unknown",
        "418, 418, I'm a Teapot",
        "599, 599, Unknown",
        "999, 999, Unknown",
        "199, 500, Internal Server Error",
        "100, 500, Internal Server Error",
        "101, 500, Internal Server Error",
        "99, 500, Internal Server Error",
        "0, 500, Internal Server Error",
        "-200, 500, Internal Server Error",
        "1000, 500, Internal Server Error",
        "2147483647, 500, Internal Server Error",
    })
    void theStatusIsThatOfAnAnswer(int given, int status, String reason) {
        TestResponse answer = get(handler -> handler.setStatus(given));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "301, 301", "308, 308", "399, 399", "299, 500", "400, 500", "0, 500", "200, 500"})
    void theStatusOfARedirectIsOne(int given, int status) {
        TestResponse answer = get(handler -> handler.redirect("/x", given));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().contains("Location")).isEqualTo(status != 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void whatHasNoBodySaysNothingOfOne(int status) {
        for (boolean flushed : new boolean[] {false, true}) {
            TestResponse answer = get(handler -> {
                handler.setStatus(status);
                handler.setHeader("X-Kept", "yes");
                handler.setHeader("Content-Language", "en");
                if (flushed) {
                    handler.flush();
                }
            });
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("X-Kept")).isEqualTo("yes");
            assertThat(answer.headers().names()).doesNotContain("Content-Type", "Content-Length", "Content-Language");
            assertThat(answer.isComplete()).isTrue();
        }
        assertRefused(get(handler -> {
            handler.setStatus(status);
            handler.write("a body");
        }));
        assertRefused(get(handler -> {
            handler.setStatus(status);
            handler.write("a body");
            handler.flush();
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 12345, 200",
        "5, 1234, 500",
        "5, 123456, 500",
        "0, '', 200",
        "-1, '', 500",
        "+5, 12345, 500",
        "'5,5', 12345, 500",
        "x, 12345, 500",
        "99999999999999999999, 12345, 500"
    })
    void aContentLengthOfOnesOwnMustBeRight(String length, String body, int status) {
        TestResponse answer = get(handler -> {
            handler.setHeader("Content-Length", length);
            handler.write(body);
        });
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(status == 200 ? body : ERROR_500);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
    }

    @Test
    void fieldsAreSetAddedAndClearedWhateverTheirCase() {
        TestResponse answer = get(handler -> {
            handler.setHeader("X-One", "first");
            handler.setHeader("x-one", "second");
            handler.addHeader("X-Many", "a");
            handler.addHeader("x-many", "b");
            handler.addHeader("X-Reset", "gone");
            handler.addHeader("X-Reset", "gone too");
            handler.setHeader("X-RESET", "only");
            handler.setHeader("X-Gone", "1");
            handler.clearHeader("x-gone");
            handler.clearHeader("X-Never");
            handler.setHeader("X-Int", 12);
            handler.setHeader("X-Date", Instant.parse("2018-05-01T12:30:15Z"));
            handler.setHeader("X-Latin", "caf\u00e9\t!");
            handler.setHeader("X-Empty", "");
            for (int i = 0; i < 50; i++) {
                handler.setHeader("X-" + i, i);
            }
        });
        assertThat(answer.headers().getList("X-One")).containsExactly("second");
        assertThat(answer.headers().getList("X-Many")).containsExactly("a", "b");
        assertThat(answer.headers().getList("X-Reset")).containsExactly("only");
        assertThat(answer.headers().contains("X-Gone")).isFalse();
        assertThat(answer.header("X-Int")).isEqualTo("12");
        assertThat(answer.header("X-Date")).isEqualTo("Tue, 01 May 2018 12:30:15 GMT");
        assertThat(answer.header("X-Latin")).isEqualTo("caf\u00e9\t!");
        assertThat(answer.headers().contains("X-Empty")).isTrue();
        assertThat(answer.header("X-49")).isEqualTo("49");
    }

    @Test
    void whatIsWrittenIsTheHandlersOwn() {
        TestResponse answer = get(handler -> {
            byte[] octets = {'a', 'b'};
            handler.write(octets);
            octets[0] = 'x';
            handler.write("");
            handler.write("é");
            handler.write(new byte[0]);
        });
        assertThat(answer.text()).isEqualTo("abé");
        assertThat(answer.header("Content-Length")).isEqualTo("4");
    }

    @Test
    void headHasTheHeadOfGet() {
        TestResponse get = get(handler -> handler.write("body"));
        TestResponse head = Handlers.client(handler -> handler.write("body"))
                .request("HEAD", "/")
                .send();
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "Content-Length", "Etag"}) {
            assertThat(head.header(name)).isEqualTo(get.header(name)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/error/send, 503, 503: Service Unavailable",
        "/error/unknown, 599, 599: Unknown",
    })
    void anErrorDropsWhatWasWritten(String path, int status, String text) {
        TestResponse answer = get(handler -> {
            handler.write("written");
            handler.setHeader("X-Dropped", "yes");
            handler.setHeader("Content-Type", "text/plain");
            handler.setCookie("kept", "yes");
            handler.sendError(status);
        });
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("<html><title>" + text + "</title><body>" + text + "</body></html>");
        assertThat(answer.header("X-Dropped")).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
        assertThat(answer.header("Set-Cookie")).isEqualTo("kept=yes; Path=/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a<b", "<!--"})
    void markupIsNoReason(String reason) {
        TestResponse answer = get(handler -> handler.sendError(400, reason));
        assertThat(answer.reason()).isEqualTo("Unknown");
        assertThat(answer.text()).doesNotContain(reason);
    }

    @Test
    void aReasonIsEscapedInThePage() {
        TestResponse answer = get(handler -> handler.sendError(400, "Tom & \"Jerry\" >"));
        assertThat(answer.reason()).isEqualTo("Tom & \"Jerry\" >");
        assertThat(answer.text()).contains("400: Tom &amp; &quot;Jerry&quot; &gt;");
    }

    @ParameterizedTest
    @CsvSource({"serve_traceback, true", "debug, true", "debug, false"})
    void aTracebackIsShownInDebugModeOnly(String setting, boolean on) {
        Application app = Application.of(Route.route("/", Handlers.get(handler -> {
                    throw new IllegalStateException("<secret>");
                })))
                .withSettings(java.util.Map.of(setting, Boolean.toString(on)));
        TestResponse answer = landspout.testing.TestClient.of(app).get("/");
        assertThat(answer.status()).isEqualTo(500);
        if (on) {
            assertThat(answer.text()).contains("IllegalStateException: <secret>", "OutputRulesTest");
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        } else {
            assertThat(answer.text()).isEqualTo(ERROR_500);
        }
    }

    @Test
    void defaultHeadersComeBackOnErrors() {
        class Defaults extends RequestHandler {
            @Override
            protected void setDefaultHeaders() {
                setHeader("X-Default", "always");
                setHeader("Content-Type", "text/x-default");
            }

            @Override
            protected void get() {
                setHeader("X-Default", "changed");
                getArgument("needed");
            }
        }
        for (String method : new String[] {"GET", "POST"}) {
            TestResponse answer =
                    Handlers.client(Defaults::new).request(method, "/").send();
            assertThat(answer.status()).isEqualTo(method.equals("GET") ? 400 : 405);
            assertThat(answer.header("X-Default")).isEqualTo("always");
            assertThat(answer.header("Content-Type")).isEqualTo("text/x-default");
        }
    }

    @Test
    void cookiesByHandStayBesideTheOthers() {
        TestResponse answer = get(handler -> {
            handler.addHeader("Set-Cookie", "byhand=1");
            handler.setCookie("other", "2");
            handler.setCookie("other", "3");
        });
        assertThat(answer.headers().getList("Set-Cookie")).containsExactly("byhand=1", "other=3; Path=/");
    }
}
