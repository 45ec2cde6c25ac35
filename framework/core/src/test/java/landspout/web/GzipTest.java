package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import landspout.http.RawExchange;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GzipTest {

    private static final String BIG = "0123456789".repeat(400);

    private static Application app(Handlers.Work work) {
        return Application.builder(route("/", Handlers.get(work)))
                .set(Settings.COMPRESS_RESPONSE, true)
                .build();
    }

    private static TestResponse ask(String method, Handlers.Work work) {
        return TestClient.of(app(work))
                .request(method, "/")
                .header("Accept-Encoding", "gzip, deflate")
                .send();
    }

    private static String unzipped(byte[] body) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 4000, true",
        "text/html; charset=UTF-8, 4000, true",
        "TEXT/PLAIN, 4000, true",
        "application/json, 4000, true",
        "application/json; charset=UTF-8, 1024, true",
        "application/javascript, 4000, true",
        "application/xml, 4000, true",
        "image/svg+xml, 4000, true",
        "text/plain, 1024, true",
        "text/plain, 1023, false",
        "text/plain, 0, false",
        "image/png, 4000, false",
        "application/octet-stream, 4000, false",
        "application/jsonx, 4000, false",
    })
    void onlyWhereItIsWorthIt(String type, int length, boolean compressed) throws IOException {
        String body = BIG.substring(0, length);
        TestResponse answer = ask("GET", handler -> {
            handler.setHeader("Content-Type", type);
            handler.write(body);
        });
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.header("Content-Encoding")).isEqualTo(compressed ? "gzip" : "");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(compressed ? unzipped(answer.body()) : answer.text()).isEqualTo(body);
    }

    @Test
    void theTagIsThatOfThePlainBody() {
        TestResponse zipped = ask("GET", handler -> handler.write(BIG));
        TestResponse plain = TestClient.of(app(handler -> handler.write(BIG))).get("/");
        assertThat(plain.headers().contains("Content-Encoding")).isFalse();
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(zipped.header("Etag")).isEqualTo(plain.header("Etag"));
    }

    @Test
    void headHasTheLengthOfTheCompressedBody() {
        TestResponse get = ask("GET", handler -> handler.write(BIG));
        TestResponse head = ask("HEAD", handler -> handler.write(BIG));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aStreamIsCompressedPieceByPiece() throws IOException {
        RawExchange exchange = new RawExchange("GET", "/").header("Accept-Encoding", "gzip");
        app(handler -> {
                    for (int i = 0; i < 3; i++) {
                        handler.write("part " + i + "\n");
                        handler.flush();
                    }
                })
                .handle(exchange);
        assertThat(exchange.responseHeaders.get("Content-Encoding", "")).isEqualTo("gzip");
        assertThat(exchange.responseHeaders.contains("Content-Length")).isFalse();
        assertThat(exchange.events).hasSize(5).doesNotContain("send 0");
        TestResponse answer = ask("GET", handler -> {
            for (int i = 0; i < 3; i++) {
                handler.write("part " + i + "\n");
                handler.flush();
            }
        });
        assertThat(unzipped(answer.body())).isEqualTo("part 0\npart 1\npart 2\n");
    }

    @Test
    void whatIsEncodedAlreadyStaysAsItIs() {
        TestResponse answer = ask("GET", handler -> {
            handler.setHeader("Content-Encoding", "x-own");
            handler.write(BIG);
        });
        assertThat(answer.header("Content-Encoding")).isEqualTo("x-own");
        assertThat(answer.text()).isEqualTo(BIG);
    }

    @Test
    void varyKeepsWhatTheHandlerSaid() {
        assertThat(ask("GET", handler -> handler.setHeader("Vary", "Cookie")).header("Vary"))
                .isEqualTo("Cookie, Accept-Encoding");
        assertThat(ask("GET", handler -> handler.sendError(404)).header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void a304IsNotCompressed() {
        TestClient client = TestClient.of(app(handler -> handler.write(BIG)));
        TestResponse answer = client.request("GET", "/")
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", "*")
                .send();
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aWrongLengthOfOnesOwnIsReplaced() throws IOException {
        TestResponse answer = ask("GET", handler -> {
            handler.setHeader("Content-Length", BIG.length());
            handler.write(BIG);
        });
        assertThat(unzipped(answer.body())).isEqualTo(BIG);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
    }

    @Test
    void anErrorAfterTheFlushCutsIt() {
        RawExchange exchange = new RawExchange("GET", "/").header("Accept-Encoding", "gzip");
        app(handler -> {
                    handler.write("x");
                    handler.flush();
                    throw new IllegalStateException();
                })
                .handle(exchange);
        assertThat(exchange.isAborted()).isTrue();
    }
}
