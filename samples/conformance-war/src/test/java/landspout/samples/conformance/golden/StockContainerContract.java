package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the WARs do in every stock container. */
@TestInstance(Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
abstract class StockContainerContract {

    private static final Pattern REPORT = Pattern.compile("routes: \\d+, of which need more than a plain handler: ");
    private static final int DEPLOYMENTS = 3;

    private @Nullable StockContainer container;

    abstract StockContainer start() throws Exception;

    @BeforeAll
    void startContainer() throws Exception {
        container = start();
    }

    @AfterAll
    void endContainer() throws Exception {
        if (container != null) {
            container.close();
        }
    }

    private StockContainer container() {
        return Objects.requireNonNull(container);
    }

    /** Without the slash at its end Jetty redirects to it, and Tomcat does not. */
    @ParameterizedTest
    @ValueSource(strings = {"/hello", "/hello/"})
    void helloAnswers(String path) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        URI uri = URI.create("http://127.0.0.1:" + container().port() + path);
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("Hello, world");
    }

    @Test
    void theReportIsLoggedOnceForEachDeployment() throws IOException {
        assertThat(REPORT.matcher(container().log()).results()).hasSize(DEPLOYMENTS);
    }

    @Nested
    @Order(1)
    final class AtTheRoot extends GoldenContract {

        AtTheRoot() {
            super(Mode.SERVLET);
        }

        @Override
        Host start() {
            return new StockContainerHost(container(), Mount.ROOT);
        }
    }

    @Nested
    @Order(2)
    final class BelowAContext extends GoldenContract {

        BelowAContext() {
            super(Mode.SERVLET);
        }

        @Override
        Host start() {
            return new StockContainerHost(container(), new Mount("/ctx"));
        }
    }

    @Nested
    @Order(3)
    final class AtItsEnd {

        /** Tomcat says of what a WAR leaves behind: "The web application [x] appears to have started a thread". */
        @Test
        void nothingIsLeftBehind() throws Exception {
            container().stop();
            assertThat(container().log())
                    .doesNotContain("The web application [")
                    .doesNotContain("memory leak");
        }
    }
}
