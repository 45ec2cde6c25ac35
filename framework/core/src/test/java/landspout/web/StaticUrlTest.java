package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import landspout.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticUrlTest {

    @TempDir
    Path root;

    private String prefix = "/static/";

    @BeforeEach
    void files() throws IOException {
        Files.writeString(root.resolve("hello.txt"), "Hello, static world.\n");
    }

    private TestClient client(Function<RequestHandler, String> link) {
        class Links extends RequestHandler {
            @Override
            protected void get() {
                write(link.apply(this));
            }
        }
        return TestClient.of(Application.builder(route("/link", Links::new))
                .set(Settings.STATIC_PATH, StaticRoot.directory(root))
                .set(Settings.STATIC_URL_PREFIX, prefix)
                .build());
    }

    private String link(Function<RequestHandler, String> link) {
        return client(link).get("/link").text();
    }

    @Test
    void aLinkHasTheVersionOfItsFile() {
        assertThat(link(handler -> handler.staticUrl("hello.txt"))).matches("/static/hello\\.txt\\?v=[0-9a-f]{32}");
        assertThat(link(handler -> handler.staticUrl("hello.txt", false))).isEqualTo("/static/hello.txt");
        assertThat(link(handler -> handler.staticUrl("hello.txt", true, true)))
                .matches("http://localhost/static/hello\\.txt\\?v=[0-9a-f]{32}");
        assertThat(link(handler -> handler.staticUrl("hello.txt", false, true)))
                .isEqualTo("http://localhost/static/hello.txt");
        assertThat(link(handler -> handler.staticUrl("no-such-file.txt"))).isEqualTo("/static/no-such-file.txt");
    }

    @Test
    void theVersionIsTheTag() {
        TestClient client = client(handler -> handler.staticUrl("hello.txt"));
        String url = client.get("/link").text();
        assertThat(client.get(url).header("Etag")).isEqualTo('"' + url.substring(url.indexOf('=') + 1) + '"');
    }

    @Test
    void theVersionFollowsTheFile() throws IOException {
        TestClient client = client(handler -> handler.staticUrl("hello.txt"));
        String before = client.get("/link").text();
        Files.writeString(root.resolve("hello.txt"), "Hello, changed world.\n");
        assertThat(client.get("/link").text()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space.txt", "gr\u00fc\u00df.txt", "a+b.txt", "50%.txt", "what?.txt", "a#b.txt", "a&b;c.txt"
            })
    void everyNameBecomesALinkThatWorks(String name) throws IOException {
        Files.writeString(root.resolve(name), name);
        TestClient client = client(handler -> handler.staticUrl(name));
        String url = client.get("/link").text();
        assertThat(url).contains("?v=").doesNotContain(" ");
        assertThat(client.get(url).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secret.txt", "/hello.txt", "a\u0000b", "WEB-INF/web.xml", "a\\b", "con"})
    void whatIsNotServedHasNoVersion(String name) {
        assertThat(link(handler -> handler.staticUrl(name))).doesNotContain("?v=");
    }

    @Test
    void linksLeadBelowTheMountPoint() {
        TestClient mounted =
                client(handler -> handler.staticUrl("hello.txt", true, true)).mountedAt("/shop");
        assertThat(mounted.get("/link").text()).startsWith("http://localhost/shop/static/hello.txt?v=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/", "/a.b/(c)/", "/$v1/"})
    void thePrefixCanBeAnother(String other) {
        prefix = other;
        TestClient client = client(handler -> handler.staticUrl("hello.txt"));
        String url = client.get("/link").text();
        assertThat(url).startsWith(prefix + "hello.txt");
        assertThat(client.get(url).text()).isEqualTo("Hello, static world.\n");
        assertThat(client.get("/axb/(c)/hello.txt").status()).isEqualTo(404);
    }

    @Test
    void withoutTheSettingThereIsNeitherLinkNorRoute() {
        TestClient client = TestClient.of(Application.of(route("/(x)", () -> new RedirectHandler("/"))));
        assertThat(client.get("/static/hello.txt").status()).isEqualTo(404);
        assertThat(client.get("/robots.txt").status()).isEqualTo(404);
        assertThatThrownBy(() -> new StaticFiles(new Settings(Map.of()), Clock.systemUTC()).url("a", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("static_path");
    }
}
