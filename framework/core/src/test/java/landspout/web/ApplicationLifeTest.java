package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import landspout.http.Cookie;
import landspout.http.Feature;
import landspout.testing.TestClient;
import org.junit.jupiter.api.Test;

class ApplicationLifeTest {

    private static final class Plain extends RequestHandler {
        @Override
        protected void get() {
            clearCookie(Cookie.of("session", "leftover").path("/shop"));
        }
    }

    private static final class Sockets extends RequestHandler {
        @Override
        protected Set<Feature> neededFeatures() {
            return Set.of(Feature.WEBSOCKET);
        }
    }

    @Test
    void aTestClientStartsAndStopsTheApplicationOnce() {
        List<String> calls = new ArrayList<>();
        Application application = Application.builder(route("/", Plain::new))
                .onStart(() -> calls.add("start"))
                .onStop(() -> calls.add("stop"))
                .build();
        try (TestClient client = TestClient.of(application)) {
            client.get("/");
            application.start();
        }
        application.stop();
        assertThat(calls).containsExactly("start", "stop");
    }

    @Test
    void whatWasStartedBeforeAFailureIsStopped() {
        List<String> calls = new ArrayList<>();
        Application application = Application.builder(route("/", Plain::new))
                .onStart(() -> calls.add("open"))
                .onStart(() -> {
                    throw new IllegalStateException("no database");
                })
                .onStop(() -> calls.add("close"))
                .build();
        assertThatThrownBy(application::start).hasMessage("no database");
        assertThat(calls).containsExactly("open", "close");
    }

    @Test
    void theDefaultHandlerIsInTheReport() {
        DeploymentReport report = Application.builder(route("/", Plain::new))
                .defaultHandler(Sockets::new)
                .build()
                .report(feature -> false);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.toString()).contains("Sockets", "WebSocket", "501");
    }

    @Test
    void aClearedCookieHasNoValue() {
        assertThat(TestClient.of(Application.of(route("/", Plain::new)))
                        .get("/")
                        .header("Set-Cookie"))
                .startsWith("session=\"\";")
                .contains("Path=/shop")
                .doesNotContain("leftover");
    }
}
