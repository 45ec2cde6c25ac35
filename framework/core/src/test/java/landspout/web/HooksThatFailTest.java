package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import landspout.http.Feature;
import landspout.http.RawExchange;
import landspout.ioloop.IOLoop;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails wherever it fails: there is one answer, nothing internal in it, and the life goes to its end. */
final class HooksThatFailTest {

    private LogLines application;
    private LogLines general;

    @BeforeEach
    void listen() {
        application = LogLines.of("landspout.application");
        general = LogLines.of("landspout.general");
    }

    @AfterEach
    void leave() {
        application.close();
        general.close();
    }

    private static void fail(String kind) throws Exception {
        switch (kind) {
            case "runtime" -> throw new IllegalStateException("secret detail");
            case "checked" -> throw new java.io.IOException("secret detail");
            case "error" -> throw new AssertionError("secret detail");
            case "stack" -> fail(kind);
            default -> throw new HttpError(Integer.parseInt(kind), "secret detail");
        }
    }

    private static <T extends Throwable> void sneak(String kind) throws T {
        try {
            fail(kind);
        } catch (Exception failure) {
            @SuppressWarnings("unchecked")
            T sneaked = (T) failure;
            throw sneaked;
        }
    }

    /** Fails in one of its hooks, and remembers that it came to its end. */
    private static final class Failing extends RequestHandler {
        private final String hook;
        private final String kind;
        private final List<String> ends;

        private Failing(String hook, String kind, List<String> ends) {
            this.hook = hook;
            this.kind = kind;
            this.ends = ends;
        }

        private void at(String place) {
            if (hook.equals(place)) {
                HooksThatFailTest.<RuntimeException>sneak(kind);
            }
        }

        @Override
        protected void setDefaultHeaders() {
            at("setDefaultHeaders");
        }

        @Override
        protected void prepare() {
            at("prepare");
        }

        @Override
        @Authenticated
        protected void get() {
            write("secret work");
            at("get");
            if (hook.equals("writeError") || hook.equals("logException")) {
                throw new HttpError(409);
            }
        }

        @Override
        protected Optional<?> getCurrentUser() {
            at("getCurrentUser");
            return Optional.of("ann");
        }

        @Override
        protected String getLoginUrl() {
            return "/login";
        }

        @Override
        protected Optional<String> computeEtag() {
            at("computeEtag");
            return Optional.empty();
        }

        @Override
        protected void writeError(int status, Optional<Throwable> failure) throws Exception {
            at("writeError");
            super.writeError(status, failure);
        }

        @Override
        protected void logException(Throwable failure) {
            at("logException");
            super.logException(failure);
        }

        @Override
        protected void onFinish() {
            ends.add("end " + getStatus());
            at("onFinish");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "setDefaultHeaders, runtime, 500",
        "setDefaultHeaders, stack, 500",
        "setDefaultHeaders, 403, 500",
        "prepare, runtime, 500",
        "prepare, checked, 500",
        "prepare, error, 500",
        "prepare, stack, 500",
        "prepare, 403, 403",
        "get, runtime, 500",
        "get, checked, 500",
        "get, error, 500",
        "get, stack, 500",
        "get, 404, 404",
        "get, 99, 500",
        "get, 1000, 500",
        "get, -1, 500",
        "get, 100, 500",
        "getCurrentUser, runtime, 500",
        "getCurrentUser, 401, 401",
        "computeEtag, runtime, 500",
        "computeEtag, stack, 500",
        "logException, runtime, 409",
        "logException, stack, 409",
        "writeError, runtime, 409",
        "writeError, checked, 409",
        "writeError, 404, 409",
        "writeError, error, 409",
        "writeError, stack, 409",
        "onFinish, runtime, 200",
        "onFinish, stack, 200",
    })
    void thereIsOneAnswer(String hook, String kind, int status) {
        List<String> ends = new ArrayList<>();
        TestResponse answer =
                Handlers.client(() -> new Failing(hook, kind, ends)).get("/");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(ends).containsExactly("end " + status);
        if (!hook.equals("onFinish")) {
            assertThat(answer.text())
                    .isIn(
                            "",
                            "<html><title>" + status + ": " + answer.reason() + "</title><body>" + status + ": "
                                    + answer.reason() + "</body></html>");
        }
        assertThat(application.lines().size() + general.lines().size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "finish", "flush", "setHeader", "sendError", "redirect", "clear"})
    void afterTheEndNothingChangesTheAnswer(String deed) {
        TestResponse answer = Handlers.client(handler -> {
                    handler.finish("done");
                    switch (deed) {
                        case "write" -> handler.write("more");
                        case "finish" -> handler.finish();
                        case "flush" -> handler.flush();
                        case "setHeader" -> handler.setHeader("X", "y");
                        case "sendError" -> handler.sendError(500);
                        case "redirect" -> handler.redirect("/x");
                        default -> handler.clear();
                    }
                })
                .get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("done");
        assertThat(answer.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setHeader", "setStatus", "setCookie", "redirect", "clear", "sendError", "throw"})
    void afterTheFlushTheHeadStaysAndTheAnswerIsCut(String deed) {
        RawExchange exchange = new RawExchange("GET", "/");
        Application.of(route("/", Handlers.get(handler -> {
                    handler.write("begun");
                    handler.flush();
                    switch (deed) {
                        case "setHeader" -> handler.setHeader("X", "y");
                        case "setStatus" -> handler.setStatus(404);
                        case "setCookie" -> handler.setCookie("a", "b");
                        case "redirect" -> handler.redirect("/x");
                        case "clear" -> handler.clear();
                        case "sendError" -> handler.sendError(500);
                        default -> throw new IllegalStateException("secret");
                    }
                })))
                .handle(exchange);
        assertThat(exchange.events).containsExactly("head 200", "send 5", "cut");
        assertThat(exchange.isAborted()).isTrue();
    }

    @Test
    void jsonMayFollowAFlush() {
        TestResponse answer = Handlers.client(handler -> {
                    handler.write(Map.of("a", 1));
                    handler.flush();
                    handler.write(Map.of("b", 2));
                })
                .get("/");
        assertThat(answer.text()).isEqualTo("{\"a\":1}{\"b\":2}");
        assertThat(answer.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "send"})
    void aHostThatFailsEndsTheLife(String where) {
        List<String> ends = new ArrayList<>();
        RawExchange exchange = new RawExchange("GET", "/");
        exchange.headFails = where.equals("head");
        exchange.sendFails = where.equals("send");
        Application.of(route("/", () -> new Failing("nowhere", "", ends))).handle(exchange);
        assertThat(ends).hasSize(1);
        assertThat(exchange.text()).isEmpty();
    }

    @Test
    void aLogFunctionThatFailsDoesNotRunTheHandlerTwice() {
        List<String> ends = new ArrayList<>();
        Application app = Application.builder(route("/", () -> new Failing("nowhere", "", ends)))
                .logFunction((handler, status) -> {
                    throw new IllegalStateException("log");
                })
                .build();
        TestResponse answer = TestClient.of(app)
                .request("GET", "/")
                .body("text/plain", new byte[3])
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(ends).containsExactly("end 200");
    }

    @Test
    void anErrorThatNeedsTheLoopToBeShownIs501() {
        class Needy extends RequestHandler {
            @Override
            protected void get() {
                throw new HttpError(404);
            }

            @Override
            protected void writeError(int status, Optional<Throwable> failure) {
                IOLoop.current();
            }
        }
        TestResponse answer = Handlers.client(Needy::new).get("/");
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text()).contains("IOLoop.current()");
    }

    @Test
    void aFactoryThatFailsIs500() {
        List<String> made = new ArrayList<>();
        Supplier<RequestHandler> factory = () -> {
            made.add("one");
            if (made.size() > 1) {
                HooksThatFailTest.<RuntimeException>sneak(made.size() == 2 ? "runtime" : "stack");
            }
            return Handlers.get(handler -> handler.write("x")).get();
        };
        TestClient client = Handlers.client(factory);
        assertThat(client.get("/").status()).isEqualTo(500);
        assertThat(client.get("/").status()).isEqualTo(500);
    }

    @Test
    void aHandlerServesOneRequestOnly() {
        RequestHandler shared = Handlers.get(handler -> handler.write("x")).get();
        TestClient client = Handlers.client(() -> shared);
        assertThat(client.get("/").status()).isEqualTo(500);
        assertThat(application.thrown().toString()).contains("a new handler for each request");
    }

    @Test
    void aMatcherThatFailsIs500() {
        Application app = Application.of(route(
                request -> {
                    throw new IllegalArgumentException("secret");
                },
                Handlers.get(handler -> handler.write("x"))));
        TestResponse answer = TestClient.of(app).get("/");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("secret");
    }

    @Test
    void interruptsStay() {
        Handlers.client(handler -> {
                    throw new InterruptedException();
                })
                .get("/");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void statusAndFinishOfAnAnswerThatIsNoError() {
        class Ends extends RequestHandler {
            @Override
            protected void get() {
                setStatus(202);
                setHeader("X-Kept", "yes");
                write("before, ");
                throw new Finish("after");
            }
        }
        TestResponse answer = Handlers.client(Ends::new).get("/");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("before, after");
        assertThat(answer.header("X-Kept")).isEqualTo("yes");
        assertThat(application.lines()).isEmpty();
    }

    @Test
    void methodsThatTheClassDoesNotSupportDoNotReachPrepare() {
        class Narrow extends RequestHandler {
            @Override
            protected Set<String> supportedMethods() {
                return Set.of("GET", "PROPFIND");
            }

            @Override
            protected void prepare() {
                setHeader("X-Prepared", "yes");
            }

            @Override
            protected void extensionMethod() {
                setStatus(207);
                write(request().method());
            }
        }
        TestClient client = Handlers.client(Narrow::new);
        assertThat(client.request("PROPFIND", "/").send().text()).isEqualTo("PROPFIND");
        for (String method : List.of("GET", "POST", "FROB", "get", "propfind")) {
            TestResponse answer = client.request(method, "/").send();
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.headers().getList("Allow")).as(method).containsExactly("PROPFIND");
            assertThat(answer.header("X-Prepared")).isEmpty();
        }
    }

    @Test
    void theBodyIsReadOnceAndOnlyWhereSomebodyWantsIt() {
        Application app =
                Application.of(route("/a", Handlers.get(handler -> handler.write(handler.getArgument("x", "none")))));
        for (String path : List.of("/a", "/b")) {
            RawExchange exchange = new RawExchange("POST", path).body("application/x-www-form-urlencoded", "x=1");
            app.handle(exchange);
            assertThat(exchange.status).isEqualTo(path.equals("/a") ? 200 : 404);
            assertThat(exchange.events.contains("read")).isEqualTo(path.equals("/a"));
        }
    }

    @ParameterizedTest
    @CsvSource({"+3, 400", "3a, 400", "-1, 400", "99999999999999999999, 400", "999999999999, 413"})
    void aContentLengthThatIsNoneIsTheClientsFault(String length, int status) {
        RawExchange exchange = new RawExchange("POST", "/").header("Content-Length", length);
        Application.of(route("/", Handlers.get(handler -> handler.write("x")))).handle(exchange);
        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.events).doesNotContain("read");
    }

    @Test
    void anAsynchronousHostWaitsForTheEnd() {
        class Later extends RequestHandler {
            @Asynchronous
            @Override
            protected void get() {
                write("now");
            }
        }
        RawExchange exchange = new RawExchange("GET", "/").with(Feature.ASYNCHRONOUS);
        Application.of(route("/", Later::new)).handle(exchange);
        assertThat(exchange.events).isEmpty();
    }

    @Test
    void aHostThatFailsToReadABodyGetsAnAnswerAllTheSame() {
        RawExchange exchange = new RawExchange("POST", "/").body("text/plain", "x");
        exchange.readFails = true;
        Application.of(Route.route("/", () -> new Failing("none", "runtime", new ArrayList<>())))
                .handle(exchange);

        assertThat(exchange.status).isEqualTo(500);
        assertThat(exchange.text()).doesNotContain("cannot read");
    }
}
