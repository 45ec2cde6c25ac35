package landspout.samples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import landspout.escape.Escape;
import landspout.servlet.JettyServletServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application in a real container, below a mount point: what the recorded cases, at the root, do not show. */
class MainTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static JettyServletServer server;

    @BeforeAll
    static void start() {
        server = Main.start(Options.parse("--mode", "servlet", "--port", "0", "--context", "/ctx"));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static @Nullable Object json(String path) throws Exception {
        return Escape.jsonDecode(get(path).body());
    }

    @Test
    void greetsBelowTheMountPointOnly() throws Exception {
        assertThat(server.uri().toString()).endsWith("/ctx/");
        assertThat(new String(get("/ctx/").body(), "US-ASCII")).isEqualTo("Hello, world");
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void linksHoldTheMountPointAndPathsDoNot() throws Exception {
        assertThat(json("/ctx/reverse"))
                .isEqualTo(Map.of(
                        "hello", "/ctx/",
                        "num", "/ctx/route/num/42",
                        "pair", "/ctx/route/pair/a%20b/c/d",
                        "pair_unicode", "/ctx/route/pair/caf%C3%A9/%E2%98%83",
                        "named", "/ctx/route/named/ann/x%26y"));
        assertThat(json("/ctx/route/pair/caf%C3%A9/b"))
                .isEqualTo(Map.of("label", "pair", "args", List.of("café", "b"), "kwargs", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"/ctx/auth/page?a=1, /ctx/login?next=%2Fctx%2Fauth%2Fpage%3Fa%3D1", "/ctx/slash/add, /ctx/slash/add/"})
    void redirectsOfTheFrameworkStayBelowIt(String from, String to) throws Exception {
        assertThat(get(from).headers().firstValue("Location")).hasValue(to);
    }

    @Test
    void cookiesAreThoseOfTheMountPoint() throws Exception {
        assertThat(get("/ctx/cookies/set").headers().firstValue("Set-Cookie")).hasValue("plain=value; Path=/ctx");
    }

    /** Whatever a build does to text files must not happen to these. */
    @ParameterizedTest
    @CsvSource({
        "app.js, 28",
        "data.bin, 256",
        "digits.txt, 100",
        "empty.txt, 0",
        "hello.txt, 21",
        "long.txt, 3000",
        "noext, 17",
        "pixel.png, 69",
        "sub/nested.txt, 12",
        "with%20space.txt, 16"
    })
    void staticFilesArePackedOctetByOctet(String path, int length) throws Exception {
        HttpResponse<byte[]> answer = get("/ctx/static/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(length);
    }

    @Test
    void binaryFilesAreNotFiltered() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(get("/ctx/static/data.bin").body()).isEqualTo(all);
    }
}
