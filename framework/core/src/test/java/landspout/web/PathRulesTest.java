package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import landspout.http.RawExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathRulesTest {

    private static final Application APP =
            Application.of(route("/(.*)", Handlers.get(handler -> handler.write(handler.pathArgument(0)))));

    private static RawExchange ask(RawExchange exchange) {
        APP.handle(exchange);
        return exchange;
    }

    private static RawExchange get(String target) {
        return ask(new RawExchange("GET", target));
    }

    @ParameterizedTest
    @CsvSource({
        "/, ''",
        "/a%2Fb, a/b",
        "/a%2fb, a/b",
        "//a//b//, /a//b//",
        "/a;b=c/d;e, a;b=c/d;e",
        "/.hidden, .hidden",
        "/a/../b, a/../b",
        "/a/b/../../c, a/b/../../c",
        "/a/..b/..., a/..b/...",
        "/.../x, .../x",
        "/a/%2e%2e/b, a/../b",
        "/./a, ./a",
        "/%252e%252e/a, %2e%2e/a",
        "/..;/a, ..;/a",
        "/%5c..%5ca, \\..\\a",
        "/100%, 100%",
        "/%zz, %zz",
        "/%4, %4",
        "/%C3%A9, é",
        "/%F0%9F%8C%80, 🌀",
        "/a?b=%00%ff/../.., a",
    })
    void passesWhatTornadoPasses(String target, String argument) {
        RawExchange answer = get(target);
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(argument);
    }

    @Test
    void rawOctetsPassWhereTheyAreUtf8() {
        assertThat(get("/caf\u00c3\u00a9").text()).isEqualTo("café");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/a%00.txt",
                "/%0D%0ASet-Cookie:x",
                "/%0a",
                "/%0d",
                "/a\nb",
                "/a\rb",
                "/a\u0000b",
                "/a\tb",
                "/a b",
                "/a\u007fb",
                "/a\u0001b",
                "/\u560a",
                "/\u4e2e\u4e2e/",
                "/%ff",
                "/%fe",
                "/%C3",
                "/%C3/x",
                "/%C3%28",
                "/%80",
                "/%C0%AE%C0%AE/etc",
                "/%C0%80",
                "/%E0%80%AE",
                "/%ED%A0%80",
                "/%F4%90%80%80",
                "/%F5%80%80%80",
                "/caf\u00e9",
                "/..",
                "/../",
                "/../a",
                "//..",
                "/./..",
                "/a/../..",
                "/a/../../b",
                "/a/b/../../../c",
                "/%2e%2e/a",
                "/%2E./a",
                "/.%2e",
                "/..%2fa",
                "/a%2f..%2f..%2f",
                "/%2e%2e%2fa",
                "/a//../..",
                "a",
                "*",
                "",
                "/a?b\rc",
                "/a?b\nc",
                "/a?b c",
                "/a?b\u0000c",
                "/a?\u560a",
            })
    void refusesTheRest(String target) {
        RawExchange answer = get(target);
        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("<html><title>400: Bad Request</title><body>400: Bad Request</body></html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "FROB", "PROPFIND"})
    void refusesWhateverTheMethod(String method) {
        assertThat(ask(new RawExchange(method, "/%00")).status).isEqualTo(400);
    }

    @Test
    void aGroupThatSplitsACharacterIs400() {
        Application app = Application.of(route("/(.)(.*)", Handlers.get(handler -> handler.write("x"))));
        RawExchange answer = new RawExchange("GET", "/%C3%A9");
        app.handle(answer);
        assertThat(answer.status).isEqualTo(400);
    }

    @Test
    void aPatternThatOverflowsTheStackIs500() {
        Application app = Application.of(route("/((?:a|b)*)", Handlers.get(handler -> handler.write("x"))));
        RawExchange answer = new RawExchange("GET", "/" + "ab".repeat(100_000) + "c");
        app.handle(answer);
        assertThat(answer.status).isEqualTo(500);
        assertThat(answer.text()).contains("500: Internal Server Error").doesNotContain("StackOverflow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "localhost:",
                "LOCALHOST",
                "a-b.c_d.test",
                "192.0.2.1:1",
                "[::1]",
                "[::1]:80",
                "a%20b"
            })
    void takesAHost(String host) {
        assertThat(withHost(host).status).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b", "user@host", "host/path", "host?x", "host#x", "a,b", "a\\b", "a\"b", "<x>", "h\u00e9", "a:x",
                "a:b:c", "a:80:90", "[::1", "::1]", "[::1]x", "[::1]:x", "[]", "[a]b]", ":80", "a]", "a[b]"
            })
    void refusesWhatIsNoHost(String host) {
        assertThat(withHost(host).status).isEqualTo(400);
    }

    private static RawExchange withHost(String host) {
        RawExchange exchange = new RawExchange("GET", "/");
        exchange.requestHeaders.set("Host", host);
        return ask(exchange);
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1, 400", "HTTP/1.0, 200", "HTTP/2.0, 200"})
    void onlyHttp11NeedsAHost(String version, int status) {
        RawExchange exchange = new RawExchange("GET", "/");
        exchange.requestVersion = version;
        exchange.requestHeaders.remove("Host");
        assertThat(ask(exchange).status).isEqualTo(status);
    }

    @Test
    void twoHostsAreRefused() {
        assertThat(ask(new RawExchange("GET", "/").header("Host", "localhost")).status)
                .isEqualTo(400);
    }

    @Test
    void whatIsRefusedIsNotRouted() {
        assertThat(APP.handleIfRouted(new RawExchange("GET", "/a"))).isTrue();
        assertThat(APP.handleIfRouted(new RawExchange("GET", "/%00"))).isFalse();
        RawExchange untouched = new RawExchange("GET", "/b");
        assertThat(Application.of(route("/a", Handlers.get(handler -> handler.write("a"))))
                        .handleIfRouted(untouched))
                .isFalse();
        assertThat(untouched.isStarted()).isFalse();
    }
}
