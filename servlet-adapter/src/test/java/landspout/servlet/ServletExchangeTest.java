package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import landspout.web.Application;
import landspout.web.RequestHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and responses on their way through the container, at sockets. */
class ServletExchangeTest {

    private static TestContainer.Running start(TestContainer container, Handlers.Body body) throws Exception {
        return container.start("", "/*", new ServletAdapter(Application.of(route("/.*", () -> Handlers.any(body)))));
    }

    @ParameterizedTest
    @EnumSource
    void sendsStatusHeadersAndBodyAsTheHandlerSays(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            handler.setStatus(299);
            handler.setHeader("Content-Type", "text/x-own; charset=UTF-8");
            handler.setHeader("Server", "own");
            handler.addHeader("X-Twice", "one");
            handler.addHeader("X-Twice", "two");
            handler.setCookie("a", "1");
            handler.setCookie("b", "2");
            handler.write("body");
        })) {
            RawHttp.Answer answer = running.get("/");

            assertThat(answer.status()).isEqualTo(299);
            assertThat(normal(answer.headers("Content-Type"))).containsExactly("text/x-own;charset=utf-8");
            assertThat(answer.headers("Content-Length")).containsExactly("4");
            assertThat(answer.headers("Server")).containsExactly("own");
            assertThat(answer.headers("X-Twice")).containsExactly("one", "two");
            assertThat(answer.headers("Set-Cookie")).hasSize(2);
            assertThat(answer.body()).isEqualTo("body");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEachContentType(TestContainer container) throws Exception {
        List<String> types = List.of(
                "text/html; charset=UTF-8",
                "text/plain",
                "text/html",
                "text/css",
                "application/json",
                "application/json; charset=UTF-8",
                "application/octet-stream",
                "image/svg+xml",
                "text/plain; charset=ISO-8859-1",
                "application/x-unheard-of",
                "text/plain; format=flowed");
        try (var running = start(container, handler -> {
            handler.setHeader("Content-Type", handler.getArgument("type"));
            handler.write("x".getBytes(StandardCharsets.UTF_8));
        })) {
            for (String type : types) {
                String target = "/?type=" + URLEncoder.encode(type, StandardCharsets.UTF_8);

                assertThat(normal(running.get(target).headers("Content-Type")))
                        .containsExactlyElementsOf(normal(List.of(type)));
            }
        }
    }

    private static List<String> normal(List<String> types) {
        return types.stream()
                .map(type -> type.replace(" ", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void inventsNoContentType(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            handler.clearHeader("Content-Type");
            handler.write("x");
        })) {
            assertThat(running.get("/").headers("Content-Type")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsNoBodyWithStatusesThatHaveNone(TestContainer container) throws Exception {
        try (var running =
                start(container, handler -> handler.setStatus(Integer.parseInt(handler.getArgument("status"))))) {
            for (int status : new int[] {204, 205, 304}) {
                RawHttp.Answer answer = running.get("/?status=" + status);

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.headers("Content-Length"))
                        .as(answer.text())
                        .isEqualTo(status == 205 ? List.of("0") : List.of());
            }
        }
        try (var running = start(container, handler -> {
            handler.setStatus(205);
            handler.write("nobody may see this");
        })) {
            RawHttp.Answer answer = running.get("/");

            assertThat(answer.headers("Content-Length")).containsExactly("0");
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void flushesForTheClientToSee(TestContainer container) throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        try (var running = start(container, handler -> {
                    handler.write("first");
                    handler.flush();
                    seen.get(20, TimeUnit.SECONDS);
                    handler.write("second");
                });
                RawHttp connection = new RawHttp(running.port())) {
            connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            connection.readUntil("first");
            seen.complete(null);

            assertThat(connection.rest().text()).contains("second").endsWith("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsTheConnectionWhereAHandlerFailsAfterTheBeginning(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            handler.write("half an answer");
            handler.flush();
            throw new IllegalStateException("secret detail");
        })) {
            RawHttp.Answer answer = RawHttp.getKeepingAlive(running.port(), "/");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.isChunked()).isTrue();
            assertThat(answer.body()).isEqualTo("half an answer");
            assertThat(answer.hasLastChunk()).isFalse();
            assertThat(answer.text()).doesNotContain("secret detail");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsTheConnectionWhereABodyIsNotAsLongAsSaid(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            handler.setHeader("Content-Length", 10);
            handler.write(handler.getArgument("first"));
            handler.flush();
            handler.write(handler.getArgument("second"));
        })) {
            assertThat(running.get("/?first=12345&second=678").body()).isEqualTo("12345");
            assertThat(running.get("/?first=12345&second=67890a").body()).isEqualTo("12345");
            assertThat(running.get("/?first=12345&second=67890").body()).isEqualTo("1234567890");
            assertThat(running.get("/?first=12345678901&second=2").status()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers500WhereALengthIsWrongAndNothingHasLeft(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            handler.setHeader("Content-Length", Integer.parseInt(handler.getArgument("length")));
            handler.write("12345");
        })) {
            assertThat(running.get("/?length=4").status()).isEqualTo(500);
            assertThat(running.get("/?length=6").status()).isEqualTo(500);
            assertThat(running.get("/?length=5").body()).isEqualTo("12345");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesHeadersThatBelongToTheConnection(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            handler.setHeader(handler.getArgument("name"), "chunked");
            handler.write("x");
        })) {
            for (String name : List.of("Transfer-Encoding", "connection", "Keep-Alive", "Upgrade", "TE", "Trailer")) {
                RawHttp.Answer answer = running.get("/?name=" + name);

                assertThat(answer.status()).as(name).isEqualTo(500);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsBodiesOfEveryKind(TestContainer container) throws Exception {
        try (var running =
                start(container, handler -> handler.write(handler.request().body()))) {
            String large = "0123456789".repeat(20_000);
            assertThat(RawHttp.post(running.port(), "/", "text/plain", large).body())
                    .isEqualTo(large);
            assertThat(RawHttp.post(running.port(), "/", "text/plain", "").body())
                    .isEmpty();
            assertThat(RawHttp.request(
                                    running.port(),
                                    "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                                            + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n")
                            .body())
                    .isEqualTo("hello world");
            assertThat(RawHttp.request(
                                    running.port(),
                                    "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                                            + "Transfer-Encoding: chunked\r\n\r\nnot a size\r\n")
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysQuietWhenTheClientLeaves(TestContainer container) throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Application application = Application.of(route("/", () -> new Endless(ended)));
        try (var log = new LogCapture()) {
            try (var running = container.start("", "/*", new ServletAdapter(application));
                    RawHttp connection = new RawHttp(running.port())) {
                connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
                connection.readUntil("chunk");
                connection.reset();
                assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(log.messages(Level.FINE)).anyMatch(line -> line.contains("the client has left"));
            assertThat(log.messages(Level.WARNING)).isEmpty();
        }
    }

    /** Writes until it is told that the client has left. */
    private static final class Endless extends RequestHandler {

        private final CompletableFuture<Boolean> ended;
        private boolean left;

        Endless(CompletableFuture<Boolean> ended) {
            this.ended = ended;
        }

        @Override
        protected void onConnectionClose() {
            left = true;
        }

        @Override
        protected void get() {
            while (!left) {
                write("chunk".repeat(1000));
                flush();
            }
            ended.complete(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void passesOnWhatTheContainerKnows(TestContainer container) throws Exception {
        X509Certificate[] chain = new X509Certificate[0];
        Principal principal = () -> "alice";
        Filter filter = (request, response, next) -> {
            request.setAttribute("com.example.attribute", "value");
            request.setAttribute("jakarta.servlet.request.X509Certificate", chain);
            next.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return principal;
                        }
                    },
                    response);
        };
        Handlers.Body body = handler -> {
            var connection = handler.request().connection();
            handler.write(String.join(
                    " ",
                    connection.protocol(),
                    connection.remoteIp(),
                    connection.serverName(),
                    connection.principal().orElseThrow().getName(),
                    String.valueOf(connection.attribute("com.example.attribute").orElseThrow()),
                    String.valueOf(connection.attribute("none").isPresent()),
                    String.valueOf(connection.peerCertificates().size()),
                    String.valueOf(connection.unwrap(HttpServletRequest.class).isPresent()),
                    String.valueOf(connection.unwrap(HttpServletResponse.class).isPresent()),
                    String.valueOf(connection.unwrap(Thread.class).isPresent()),
                    handler.request().version()));
        };
        try (var running = container.start("", context -> {
            context.addServlet("adapter", new ServletAdapter(Application.of(route("/", () -> Handlers.any(body)))))
                    .addMapping("/*");
            context.addFilter("facts", filter)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        })) {
            assertThat(running.get("/").body())
                    .isEqualTo("http 127.0.0.1 localhost alice value false 0 true true false HTTP/1.1");
            assertThat(RawHttp.request(running.port(), "GET / HTTP/1.1\r\nHost: [::1]:81\r\nConnection: close\r\n\r\n")
                            .body())
                    .startsWith("http 127.0.0.1 [::1]:81 alice");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsHeaderValuesApart(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            var headers = handler.request().headers();
            handler.write(String.join(
                    "|",
                    headers.get("x-twice", "none"),
                    headers.getList("X-TWICE").toString(),
                    headers.get("X-Absent", "none"),
                    String.valueOf(headers.get("X-Absent").isPresent()),
                    String.valueOf(headers.contains("X-Empty")),
                    headers.names().toString().toLowerCase(Locale.ROOT)));
        })) {
            RawHttp.Answer answer = RawHttp.request(
                    running.port(),
                    "GET / HTTP/1.1\r\nHost: h\r\nX-Twice: a,b\r\nX-Empty:\r\nX-Twice: c\r\nConnection: close\r\n\r\n");

            assertThat(answer.body()).isEqualTo("a,b,c|[a,b, c]|none|false|true|[connection, host, x-empty, x-twice]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesCookiesOfFiltersInPlaceAndAnswers500AfterGetWriter(TestContainer container) throws Exception {
        Filter filter = (request, response, next) -> {
            ((HttpServletResponse) response).addHeader("Set-Cookie", "filter=1");
            ((HttpServletResponse) response).setHeader("X-Filter", "kept");
            if (request.getParameter("writer") != null) {
                response.getWriter();
            }
            next.doFilter(request, response);
        };
        Handlers.Body body = handler -> {
            handler.setCookie("own", "2");
            handler.write("x");
        };
        try (var running = container.start("", context -> {
            context.addServlet("adapter", new ServletAdapter(Application.of(route("/", () -> Handlers.any(body)))))
                    .addMapping("/*");
            context.addFilter("cookies", filter)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        })) {
            RawHttp.Answer answer = running.get("/");
            assertThat(answer.headers("Set-Cookie")).hasSize(2);
            assertThat(answer.headers("X-Filter")).containsExactly("kept");

            RawHttp.Answer failed = running.get("/?writer");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.body()).contains("500: Internal Server Error");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersErrorsWithoutDetails(TestContainer container) throws Exception {
        try (var running = start(container, handler -> {
            throw new AssertionError("secret detail");
        })) {
            RawHttp.Answer answer = running.get("/");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("secret", "AssertionError", "Tomcat", "at landspout");
        }
    }
}
