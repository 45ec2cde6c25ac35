package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import landspout.web.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred clients that send slowly, and one that does not. */
@Timeout(60)
class SlowUploadsTest {

    private static final int SLOW_CLIENTS = 200;

    private static final Application APPLICATION = Application.of(
            route("/", () -> Handlers.writes("hello")),
            route(
                    "/upload",
                    () -> Handlers.any(handler ->
                            handler.write("received " + handler.request().body().length))));

    private static String upload(long length) {
        return "POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void doNotTakeTheThreadsOfGoodRequests() {
        List<String> slowStarts = List.of(
                upload(1000),
                upload(1000) + "x",
                upload(100_000) + "x".repeat(20_000),
                "POST /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "POST /upload HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        for (String slowStart : slowStarts) {
            List<RawHttp> slow = new ArrayList<>();
            try (JettyServletServer server = new JettyServletServer("127.0.0.1", 0, APPLICATION)
                    .idleTimeout(Duration.ofMinutes(10))
                    .stopTimeout(Duration.ofMillis(10))) {
                server.start();
                for (int i = 0; i < SLOW_CLIENTS; i++) {
                    RawHttp client = new RawHttp(server.port());
                    client.send(slowStart);
                    slow.add(client);
                }
                for (int i = 0; i < 20; i++) {
                    assertThat(RawHttp.get(server.port(), "/").body()).isEqualTo("hello");
                    assertThat(RawHttp.post(server.port(), "/upload", "text/plain", "0123456789")
                                    .body())
                            .isEqualTo("received 10");
                    assertThat(RawHttp.post(server.port(), "/upload", "text/plain", "x".repeat(200_000))
                                    .body())
                            .isEqualTo("received 200000");
                }
            } finally {
                slow.forEach(RawHttp::close);
            }
        }
    }

    @Test
    void areFinishedWhenTheRestArrivesAfterAll() {
        String rest = "x".repeat(80_000);
        List<RawHttp> slow = new ArrayList<>();
        try (JettyServletServer server = new JettyServletServer("127.0.0.1", 0, APPLICATION).maxThreads(12)) {
            server.start();
            for (int i = 0; i < 40; i++) {
                RawHttp client = new RawHttp(server.port());
                client.send(upload(100_000) + "x".repeat(20_000));
                slow.add(client);
            }
            // The last ones first: they are behind those that have a turn, and wait for it with all they need.
            for (int i = slow.size() - 1; i >= 0; i--) {
                slow.get(i).send(rest);
            }
            for (RawHttp client : slow) {
                client.readUntil("received 100000");
            }
        } finally {
            slow.forEach(RawHttp::close);
        }
    }

    @Test
    void areGivenUpBelowTheMinimumRate() {
        for (int ahead : new int[] {0, 20_000}) {
            try (JettyServletServer server =
                    new JettyServletServer("127.0.0.1", 0, APPLICATION).minimumRequestDataRate(100_000)) {
                server.start();
                try (RawHttp trickling = new RawHttp(server.port())) {
                    trickling.send(upload(1_000_000) + "x".repeat(ahead));

                    assertThat(trickling.sendUntilAnswered("x").status()).isEqualTo(408);
                }
            }
        }
    }

    @Test
    void areGivenUpWhenNothingComes() {
        try (JettyServletServer server =
                new JettyServletServer("127.0.0.1", 0, APPLICATION).idleTimeout(Duration.ofMillis(300))) {
            server.start();
            for (String start : List.of(upload(1000) + "x", upload(100_000) + "x".repeat(20_000))) {
                try (RawHttp silent = new RawHttp(server.port())) {
                    silent.send(start);

                    assertThat(silent.rest().text()).startsWith("HTTP/1.1 408");
                }
            }
        }
    }
}
