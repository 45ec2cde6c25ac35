package landspout.samples.conformance.golden;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import landspout.testing.TestClient;
import landspout.web.Application;
import landspout.web.RequestHandler;
import org.junit.jupiter.api.Test;

final class MemoryClientTest {

    private static final class EchoHandler extends RequestHandler {

        @Override
        protected void post() {
            setStatus(203);
            setHeader("X-Seen", String.join("+", request().headers().getList("X-Test")));
            write(request().uri() + " " + request().host() + " "
                    + request().headers().get("Content-Type", "none") + " ");
            write(request().body());
        }

        @Override
        protected void get() {
            write("first");
            flush();
            write(" second");
        }
    }

    private static Answer send(String request) {
        Application application = Application.of(route("/echo/.*", EchoHandler::new));
        return new MemoryClient(TestClient.of(application)).send(List.of(request), false, false);
    }

    @Test
    void theRequestArrivesAsItIs() {
        Answer answer = send("POST /echo/a%20b?c HTTP/1.1\r\nHost: conformance.test\r\nContent-Type: text/x\r\n"
                + "X-Test: 1\r\nx-test: 2\r\nContent-Length: 4\r\n\r\nbody");
        assertThat(answer.status()).isEqualTo(203);
        assertThat(answer.headers().values("x-seen")).containsExactly("1+2");
        assertThat(answer.body()).asString().isEqualTo("/echo/a%20b?c conformance.test text/x body");
    }

    @Test
    void anAnswerWithoutALengthIsChunked() {
        Answer answer = send("GET /echo/ HTTP/1.1\r\nHost: conformance.test\r\n\r\n");
        assertThat(answer.body()).asString().isEqualTo("first second");
        assertThat(answer.headers().values("transfer-encoding")).containsExactly("chunked");
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void mostCasesCanBeAskedInMemory() {
        assertThat(Corpus.all().filter(goldenCase -> goldenCase.appliesTo(Mode.SERVLET)))
                .filteredOn(goldenCase -> !MemoryClient.understands(goldenCase))
                .hasSize(25);
    }
}
