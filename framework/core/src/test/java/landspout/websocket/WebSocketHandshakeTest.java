package landspout.websocket;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import landspout.http.Feature;
import landspout.testing.TestClient;
import landspout.testing.TestRequest;
import landspout.testing.TestResponse;
import landspout.web.Application;
import landspout.web.DeploymentReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The opening handshake, and what a host without sockets makes of it. */
class WebSocketHandshakeTest {

    private static final String REFUSED_FOR_ITS_ORIGIN = "Cross origin websockets not allowed";

    private static final class Echo extends WebSocketHandler {
        @Override
        protected void onMessage(String message) {
            writeMessage(message);
        }
    }

    private static final Application APPLICATION = Application.of(route("/ws", Echo::new));

    private static TestRequest handshake() {
        return TestClient.of(APPLICATION)
                .request("GET", "/ws")
                .header("Host", "example.test:8080")
                .header("Connection", "keep-alive, Upgrade")
                .header("Upgrade", "WebSocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    @Test
    void aHostWithoutSocketsSaysSo() {
        TestResponse answer = handshake().send();

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text()).contains("WebSocket");
        assertThat(answer.headers().contains("Sec-WebSocket-Accept")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Upgrade,               h2c,                      400, Can "Upgrade" only to "WebSocket".
            Upgrade,               ``,                       400, Can "Upgrade" only to "WebSocket".
            Connection,            keep-alive,               400, "Connection" must be "Upgrade".
            Connection,            upgraded,                 400, "Connection" must be "Upgrade".
            Origin,                http://evil.test,         403, Cross origin websockets not allowed
            Sec-WebSocket-Origin,  http://evil.test,         403, Cross origin websockets not allowed
            Sec-WebSocket-Version, 99,                       426, ``
            Sec-WebSocket-Version, ``,                       426, ``
            Sec-WebSocket-Key,     ``,                       400, Missing/Invalid WebSocket headers
            Sec-WebSocket-Key,     short,                    400, Missing/Invalid WebSocket headers
            Sec-WebSocket-Key,     ????????????????????????, 400, Missing/Invalid WebSocket headers
            """)
    void whatIsNoHandshakeIsRefusedAsByTornado(String name, String value, int status, String text) {
        TestResponse answer = handshake().header(name, value).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo(status == 426 ? "13" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "HEAD", "DELETE"})
    void onlyGetOpensASocket(String method) {
        assertThat(TestClient.of(APPLICATION).request(method, "/ws").send().status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.test:8080", "https://example.test:8080", "HTTP://EXAMPLE.test:8080"})
    void pagesOfTheSameHostMayConnect(String origin) {
        assertThat(handshake().header("Origin", origin).send().status()).isEqualTo(501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.test",
                "http://example.test:80",
                "http://www.example.test:8080",
                "http://example.test:8080.evil.test",
                "http://evil.test/example.test:8080",
                "http://evil.test#example.test:8080",
                "http://example.test:8080@evil.test",
                "http://user@example.test:8080",
                "http://example.test:8080/",
                "http://example.test:8080, http://evil.test",
                "example.test:8080",
                "//example.test:8080",
                "://example.test:8080",
                "http:example.test:8080",
                "null",
                "",
                "http://"
            })
    void pagesOfOtherHostsMayNot(String origin) {
        TestResponse answer = handshake().header("Origin", origin).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo(REFUSED_FOR_ITS_ORIGIN);
    }

    @Test
    void anApplicationMayWelcomeOthers() {
        Application application = Application.of(route("/ws", () -> new WebSocketHandler() {
            @Override
            protected boolean checkOrigin(String origin) {
                return origin.equals("http://friend.test");
            }
        }));
        TestRequest request = TestClient.of(application)
                .request("GET", "/ws")
                .header("Connection", "upgrade")
                .header("Upgrade", "websocket");

        assertThat(request.header("Origin", "http://friend.test").send().status())
                .isEqualTo(426);
        assertThat(request.header("Origin", "http://localhost").send().status()).isEqualTo(403);
    }

    @Test
    void theDeploymentReportNamesTheHandler() {
        DeploymentReport report = APPLICATION.report(feature -> feature != Feature.WEBSOCKET);

        assertThat(report.isComplete()).isFalse();
        assertThat(report.lines()).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo("WebSocketHandshakeTest.Echo");
            assertThat(line.feature()).isEqualTo(Feature.WEBSOCKET);
            assertThat(line.refused()).isTrue();
        });
    }

    @Test
    void limitsComeFromTheSettings() {
        AtomicReference<String> limits = new AtomicReference<>();
        Application application = Application.of(route("/ws", () -> new WebSocketHandler() {
            @Override
            protected void prepare() {
                limits.set(maxMessageSize() + " " + pingInterval() + " " + pingTimeout() + " "
                        + getCompressionOptions().isPresent());
            }
        }));

        TestClient.of(application).get("/ws");
        assertThat(limits).hasValue("10485760 PT0S PT0S false");

        TestClient.of(application.withSettings(
                        Map.of("websocket_max_message_size", "1000", "websocket_ping_interval", "2.5")))
                .get("/ws");
        assertThat(limits).hasValue("1000 " + Duration.ofMillis(2500) + " " + Duration.ofMillis(2500) + " false");
    }

    @ParameterizedTest
    @CsvSource({
        "websocket_max_message_size, 0",
        "websocket_ping_interval, -1",
        "websocket_ping_timeout, -0.001",
        "websocket_ping_timeout, soon"
    })
    void limitsThatMakeNoSenseFailAtStart(String name, String value) {
        assertThatThrownBy(() -> APPLICATION.withSettings(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
