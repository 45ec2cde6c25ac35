package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import landspout.web.Application;
import landspout.web.RequestHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JettyServletServerTest {

    private static final Application ECHO = Application.of(route("/.*", Handlers::echo));

    private static JettyServletServer server(Application application) {
        return new JettyServletServer("127.0.0.1", 0, application);
    }

    private static JettyServletServer started(JettyServletServer server) {
        server.start();
        return server;
    }

    @Test
    void servesAndSaysWhere() {
        try (JettyServletServer server =
                started(server(ECHO).contextPath("/shop").mapping("/api/*"))) {
            assertThat(server.uri()).isEqualTo(URI.create("http://127.0.0.1:" + server.port() + "/shop/api/"));
            assertThat(RawHttp.get(server.port(), "/shop/api/a?x").body()).isEqualTo("/a /shop/api /shop/api/a?x");
            assertThat(RawHttp.post(server.port(), "/shop/api", "text/plain", "body")
                            .body())
                    .isEqualTo("/ /shop/api /shop/api");
            assertThat(RawHttp.get(server.port(), "/other").status()).isEqualTo(404);
        }
    }

    @Test
    void listensOnEveryAddressWhenNoneIsNamed() throws Exception {
        try (JettyServletServer server = JettyServletServer.listen(0, ECHO)) {
            // 127.0.0.2 is this machine too, and no server that listens on 127.0.0.1 alone answers there.
            try (Socket client = new Socket("127.0.0.2", server.port())) {
                client.getOutputStream().write("GET /a HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .contains(" 200 ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a%2Fb, 200",
        "//a//b, 200",
        "/a;x/b;y=1, 200",
        "/;/a, 200",
        "/a%25b, 200",
        "/a%5Cb, 200",
        "/a/../b, 200",
        "/a/%2e%2e/b, 200",
        "/a/..;/b, 200",
        "/a%zz, 400",
        "/..;/b, 400",
        "/%2e%2e/b, 400",
        "/a/../../b, 400",
        "/%00, 400",
        "/%0d%0a, 400",
        "/%ff, 400",
        "/%c0%af, 400",
    })
    void leavesTheJudgementOnPathsToTheCore(String target, int status) {
        try (JettyServletServer server = started(server(ECHO))) {
            RawHttp.Answer answer = RawHttp.get(server.port(), target);

            assertThat(answer.status()).isEqualTo(status);
            if (status == 200) {
                assertThat(answer.body()).isEqualTo(target + "  " + target);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nX Y: 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nX : <script>\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: h\r\n\r\n",
                "G@T / HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: <script>\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: +3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: unheard-of\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
                "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n",
            })
    void refusesMalformedRequestsWithAPlainPage(String request) {
        try (JettyServletServer server = started(server(ECHO))) {
            RawHttp.Answer answer = RawHttp.request(server.port(), request);

            assertThat(answer.status()).isBetween(400, 505);
            assertThat(answer.text())
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContain("script", "\tat ", "Caused", "12.1");
            assertThat(answer.headers("Server")).isEmpty();
        }
    }

    @Test
    void bindsTheSizeOfAHead() {
        try (JettyServletServer server = started(server(ECHO))) {
            String head = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Large: ";

            assertThat(RawHttp.request(server.port(), head + "x".repeat(15_000) + "\r\n\r\n")
                            .status())
                    .isEqualTo(200);
            assertThat(RawHttp.request(server.port(), head + "x".repeat(17_000) + "\r\n\r\n")
                            .status())
                    .isEqualTo(431);
        }
    }

    @Test
    void theSizeOfAHeadIsASetting() {
        String head = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Large: ";
        try (JettyServletServer server = started(server(ECHO).maxHeaderSize(64 * 1024))) {
            assertThat(RawHttp.request(server.port(), head + "x".repeat(60_000) + "\r\n\r\n")
                            .status())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> server(ECHO).maxHeaderSize(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deletesAllTheCookiesThatARequestMayBring() {
        Application application = Application.of(route("/", () -> Handlers.any(RequestHandler::clearAllCookies)));
        StringBuilder cookies = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            cookies.append(i).append("=; ");
        }
        try (JettyServletServer server = started(server(application))) {
            RawHttp.Answer answer = RawHttp.request(
                    server.port(), "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nCookie: " + cookies + "\r\n\r\n");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers("Set-Cookie")).hasSize(1000);
        }
    }

    @Test
    void isNoProxy() {
        try (JettyServletServer server = started(server(ECHO).idleTimeout(Duration.ofMinutes(5)))) {
            // An answer ends here when the connection is closed.
            RawHttp.Answer answer = RawHttp.request(server.port(), "CONNECT h:80 HTTP/1.1\r\nHost: h:80\r\n\r\n");

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.headers("Connection")).containsExactly("close");
        }
    }

    @Test
    void refusesWithAPlainPageWhateverTheMethod() {
        try (JettyServletServer server = started(server(ECHO))) {
            RawHttp.Answer answer = RawHttp.request(server.port(), "PUT / HTTP/1.1\r\n\r\n");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("<html><title>400: Bad Request</title><body>400: Bad Request</body></html>");
        }
    }

    @Test
    void threadsGoWhenTheirWorkIsDone() throws Exception {
        QueuedThreadPool pool = JettyServletServerThreads.pool(100);
        pool.setIdleTimeout(100);
        pool.start();
        try {
            CountDownLatch running = new CountDownLatch(90);
            CountDownLatch proceed = new CountDownLatch(1);
            for (int i = 0; i < 90; i++) {
                pool.execute(() -> {
                    running.countDown();
                    try {
                        proceed.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
            proceed.countDown();
            long begin = System.nanoTime();
            while (pool.getThreads() > 10 && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(20)) {
                Thread.onSpinWait();
            }

            // One at a time they would need eight seconds.
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(4));
        } finally {
            pool.stop();
        }
    }

    @Test
    void speaksHttp2InClearText() throws Exception {
        Application application = Application.of(route(
                "/(.*)",
                () -> Handlers.any(handler -> handler.write(handler.request().version() + " "
                        + handler.request().host() + " " + handler.request().path() + " "
                        + handler.request().body().length))));
        try (JettyServletServer server = started(server(application))) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            String host = "127.0.0.1:" + server.port();
            URI uri = server.uri().resolve("a?b");

            HttpResponse<String> upgraded =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(upgraded.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(upgraded.body()).startsWith("HTTP/").endsWith(" " + host + " /a 0");

            for (int size : new int[] {0, 10, 1_000_000}) {
                HttpResponse<String> second = client.send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(second.body()).isEqualTo("HTTP/2.0 " + host + " /a " + size);
            }
        }
    }

    @Test
    void speaksHttp2WithPriorKnowledge() {
        try (JettyServletServer server = started(server(ECHO));
                RawHttp connection = new RawHttp(server.port())) {
            connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");

            // The server's SETTINGS, then the acknowledgement of the client's: an empty frame, type 4, flag 1.
            assertThat(connection.readUntil("\0\0\0\4\1\0\0\0\0")).contains("\4\0\0\0\0\0");
        }
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JettyServletServer server = new JettyServletServer("127.0.0.1", taken.getLocalPort(), ECHO);

            assertThatThrownBy(server::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": the port is taken");
        }
        assertThatThrownBy(new JettyServletServer("no-such-host.invalid", 0, ECHO)::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot listen on no-such-host.invalid:0: the host is not known");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void thereIsNoSuchPort(int port) {
        assertThatThrownBy(() -> new JettyServletServer("127.0.0.1", port, ECHO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    @Test
    void doesNotStartAnApplicationThatDoesNot() {
        Application application = Application.builder(route("/", () -> Handlers.writes("x")))
                .onStart(() -> {
                    throw new IllegalStateException("no database");
                })
                .build();

        assertThatThrownBy(server(application)::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no database");
    }

    @Test
    void finishesRequestsInFlightWhenItStops() throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> proceed = new CompletableFuture<>();
        Application application = Application.of(route(
                "/",
                () -> Handlers.any(handler -> {
                    running.complete(null);
                    proceed.get(20, TimeUnit.SECONDS);
                    handler.write("finished");
                })));
        try (JettyServletServer server = started(server(application));
                RawHttp inFlight = new RawHttp(server.port())) {
            int port = server.port();
            inFlight.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            running.get(20, TimeUnit.SECONDS);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
            awaitRefusal(port);
            assertThat(stopped).isNotDone();
            proceed.complete(null);

            assertThat(inFlight.rest().body()).isEqualTo("finished");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void stopsInBoundedTimeAllTheSame() throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        Application application = Application.of(route(
                "/",
                () -> Handlers.any(handler -> {
                    running.complete(null);
                    new CompletableFuture<Void>().get();
                })));
        try (var log = new LogCapture();
                JettyServletServer server = started(server(application).stopTimeout(Duration.ofMillis(200)));
                RawHttp stuck = new RawHttp(server.port())) {
            stuck.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            running.get(20, TimeUnit.SECONDS);

            CompletableFuture.runAsync(server::stop).get(20, TimeUnit.SECONDS);

            assertThat(log.messages(Level.WARNING)).anyMatch(line -> line.contains("not everything had finished"));
        }
    }

    @Test
    void servesForeverUntilItIsStopped() throws Exception {
        JettyServletServer server = server(ECHO);
        CompletableFuture<Void> serving = CompletableFuture.runAsync(server::serveForever);
        int port = awaitPort(server);
        assertThat(RawHttp.get(port, "/").status()).isEqualTo(200);
        assertThat(serving).isNotDone();

        server.stop();

        serving.get(20, TimeUnit.SECONDS);
    }

    /** What a process runs that is asked to end. */
    public static final class Main {
        public static void main(String[] arguments) throws Exception {
            Application application = Application.of(route(
                    "/",
                    () -> Handlers.any(
                            handler -> handler.write(handler.request().body()))));
            JettyServletServer server = server(application);
            CompletableFuture<Void> serving = CompletableFuture.runAsync(server::serveForever);
            System.out.println(awaitPort(server));
            serving.get();
        }
    }

    @Test
    void finishesRequestsInFlightOnSigterm() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int port = Integer.parseInt(process.inputReader().readLine());
            try (RawHttp inFlight = new RawHttp(port)) {
                inFlight.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
                inFlight.readUntil("HTTP/1.1 100 Continue\r\n\r\n");

                process.destroy();
                awaitRefusal(port);
                inFlight.send("0123456789");

                assertThat(inFlight.rest().body()).isEqualTo("0123456789");
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int awaitPort(JettyServletServer server) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                return server.port();
            } catch (IllegalStateException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitRefusal(int port) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(probe.isConnected()).isTrue();
            } catch (IOException refused) {
                return;
            }
        }
        throw new AssertionError("new connections are still accepted");
    }
}
