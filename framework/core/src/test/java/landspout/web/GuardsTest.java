package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import landspout.http.RawExchange;
import landspout.testing.TestClient;
import landspout.testing.TestRequest;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slashes, log-in, and where an application is mounted. */
final class GuardsTest {

    private static final class Adds extends RequestHandler {
        @AddSlash
        @Override
        protected void get() {
            write("with slash");
        }

        @AddSlash
        @Override
        protected void head() {}

        @AddSlash
        @Override
        protected void post() {
            write("posted");
        }
    }

    private static final class Removes extends RequestHandler {
        @RemoveSlash
        @Override
        protected void get() {
            write("without slash");
        }

        @RemoveSlash
        @Override
        protected void post() {
            write("posted");
        }
    }

    private abstract static class WithUser extends RequestHandler {
        @Override
        protected Optional<?> getCurrentUser() {
            return getCookie("user");
        }
    }

    private static final class Members extends WithUser {
        @Authenticated
        @Override
        protected void get() {
            write("hello " + currentUser().orElseThrow());
        }

        @Authenticated
        @Override
        protected void head() {}

        @Authenticated
        @Override
        protected void post() {
            write("posted");
        }
    }

    private static final class AllForMembers extends WithUser {
        @Authenticated
        @Override
        protected void prepare() {}

        @Override
        protected void get() {
            write("in");
        }

        @Override
        protected void post() {
            write("in");
        }
    }

    private static final class Elsewhere extends WithUser {
        @Authenticated
        @Override
        protected void get() {}

        @Override
        protected String getLoginUrl() {
            return getArgument("login");
        }
    }

    private static final Application APP = Application.builder(
                    route("/add.*", Adds::new),
                    route("//+[^/].*", Adds::new),
                    route("/\\\\.*", Adds::new),
                    route("/remove.*", Removes::new),
                    route("/+", Removes::new),
                    route("/members", Members::new),
                    route("/all", AllForMembers::new),
                    route("/elsewhere", Elsewhere::new),
                    route("/link/(.*)", Handlers.get(handler -> handler.write(handler.reverseUrl("link", "a b"))))
                            .named("link"),
                    route("/cookie", Handlers.get(handler -> handler.setCookie("a", "b"))))
            .set(Settings.LOGIN_URL, "/login")
            .build();

    private static TestResponse ask(String method, String uri) {
        return TestClient.of(APP).request(method, uri).send();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /add, 301, /add/",
        "HEAD, /add, 301, /add/",
        "GET, /add?a=1&b=%20, 301, /add/?a=1&b=%20",
        "GET, /add/, 200, ''",
        "POST, /add, 404, ''",
        "POST, /add/, 200, ''",
        "GET, //evil.test, 301, /evil.test/",
        "GET, ///evil.test, 301, /evil.test/",
        "GET, /\\evil.test, 301, /evil.test/",
        "GET, //evil.test/x, 301, /evil.test/x/",
        "GET, /remove, 200, ''",
        "GET, /remove/, 301, /remove",
        "GET, /remove///?q=1, 301, /remove?q=1",
        "POST, /remove/, 404, ''",
        "POST, /remove, 200, ''",
        "GET, /, 200, ''",
        "GET, ///, 200, ''",
        "POST, /, 404, ''",
        "GET, /add/%C3%A9, 301, /add/%C3%A9/",
    })
    void slashes(String method, String uri, int status, String location) {
        TestResponse answer = ask(method, uri);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).isEqualTo(location);
    }

    @Test
    void rawOctetsComeBackAsTheyWere() {
        RawExchange exchange = new RawExchange("GET", "/add/caf\u00c3\u00a9?q=\u00c3\u00a9");
        APP.handle(exchange);
        assertThat(exchange.responseHeaders.get("Location", "")).isEqualTo("/add/caf\u00c3\u00a9/?q=\u00c3\u00a9");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /members, '', 302, /login?next=%2Fmembers",
        "HEAD, /members, '', 302, /login?next=%2Fmembers",
        "GET, /members?a=1&b=x%20y, '', 302, /login?next=%2Fmembers%3Fa%3D1%26b%3Dx%2520y",
        "POST, /members, '', 403, ''",
        "GET, /members, ann, 200, ''",
        "POST, /members, ann, 200, ''",
        "GET, /members, \"\", 302, /login?next=%2Fmembers",
        "GET, /all, '', 302, /login?next=%2Fall",
        "POST, /all, '', 403, ''",
        "DELETE, /all, '', 403, ''",
        "POST, /all, ann, 200, ''",
        "GET, /elsewhere?login=/in%3Fa%3Db, '', 302, /in?a=b",
        "GET, /elsewhere?login=https://in.test/, '', 302,"
                + " https://in.test/?next=http%3A%2F%2Flocalhost%2Felsewhere%3Flogin%3Dhttps%3A%2F%2Fin.test%2F",
        "GET, /elsewhere?login=//in.test/, '', 302, //in.test/?next=%2Felsewhere%3Flogin%3D%2F%2Fin.test%2F",
    })
    void members(String method, String uri, String user, int status, String location) {
        TestRequest request = TestClient.of(APP).request(method, uri);
        if (!user.isEmpty()) {
            request.header("Cookie", "user=" + user);
        }
        TestResponse answer = request.send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.test/x", "///evil.test/x", "/\\evil.test/x"})
    void theWayBackFromTheLoginStaysOnThisHost(String uri) {
        Application app = Application.builder(route(".*", Members::new))
                .set(Settings.LOGIN_URL, "/login")
                .build();
        assertThat(TestClient.of(app).get(uri).header("Location")).isEqualTo("/login?next=%2Fevil.test%2Fx");
    }

    @Test
    void guardsNeedALoginUrl() {
        for (java.util.function.Supplier<RequestHandler> handler :
                java.util.List.<java.util.function.Supplier<RequestHandler>>of(Members::new, AllForMembers::new)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Application.of(route("/", handler)))
                    .withMessageContaining("login_url")
                    .withMessageContaining("getLoginUrl");
        }
    }

    @Test
    void slashesAreAddedOrRemovedNotBoth() {
        class Both extends RequestHandler {
            @AddSlash
            @RemoveSlash
            @Override
            protected void get() {}
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Application.of(route("/", Both::new)))
                .withMessageContaining("Both.get");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /ctx/add, /ctx, /ctx/add/, /ctx/login?next=%2Fctx%2Fmembers%3Fa%3D1, /ctx/link/a%20b, /ctx",
        "/pub, /pub/add, /pub, /pub/add/, /pub/login?next=%2Fpub%2Fmembers%3Fa%3D1, /pub/link/a%20b, /pub",
    })
    void everyLinkHasTheMountPoint(
            String publicRoot, String unused, String root, String added, String login, String link, String cookie) {
        Application app = publicRoot.isEmpty() ? APP : APP.withSettings(Map.of("public_root_path", publicRoot));
        TestClient client = TestClient.of(app).mountedAt("/ctx");
        assertThat(client.get("/add").header("Location")).isEqualTo(added);
        assertThat(client.get("//evil.test").header("Location")).isEqualTo(root + "/evil.test/");
        assertThat(client.get("/remove/").header("Location")).isEqualTo(root + "/remove");
        assertThat(client.get("/members?a=1").header("Location")).isEqualTo(login);
        assertThat(client.get("/link/x").text()).isEqualTo(link);
        assertThat(client.get("/cookie").header("Set-Cookie")).isEqualTo("a=b; Path=" + cookie);
    }
}
