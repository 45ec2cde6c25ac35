package landspout.samples.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WAR asks for no class of Jetty and none of the WebSocket API, be they there or not. */
final class WithoutJettyIT {

    @TempDir
    private Path directory;

    @Test
    void servesWhereJettyAndWebSocketsAreRefused() throws Exception {
        HidingClassLoader parent = new HidingClassLoader("org.eclipse.jetty.", "jakarta.websocket.", "landspout.");
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(directory, parent)) {
            tomcat.deploy("/hello", WarFile.named("hello.war").path());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.port() + "/hello/"))
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("Hello, world");
        }
        assertThat(parent.refused())
                .noneMatch(name -> name.startsWith("org.eclipse.jetty.") || name.startsWith("jakarta.websocket."));
    }
}
