package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import landspout.http.Feature;
import landspout.http.HttpExchange;
import landspout.http.RawExchange;
import landspout.ioloop.IOLoop;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host lacks is 501, whatever the handler does about it. */
final class RefusalTest {

    private LogLines general;

    @BeforeEach
    void listen() {
        general = LogLines.of("landspout.general");
    }

    @AfterEach
    void leave() {
        general.close();
    }

    private static void refused() {
        try {
            IOLoop.current();
        } catch (RuntimeException swallowed) {
            assertThat(HttpExchange.current().orElseThrow().refusal()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "write", "finish", "flush", "sendError", "redirect", "Finish", "HttpError", "Error"})
    void swallowingItChangesNothing(String deed) {
        TestResponse answer = Handlers.client(handler -> {
                    handler.setHeader("X-Dropped", "yes");
                    handler.setCookie("dropped", "yes");
                    refused();
                    switch (deed) {
                        case "nothing" -> {}
                        case "write" -> handler.write("never mind");
                        case "finish" -> handler.finish("never mind");
                        case "flush" -> handler.flush();
                        case "sendError" -> handler.sendError(404);
                        case "redirect" -> handler.redirect("/x");
                        case "Finish" -> throw new Finish("never mind");
                        case "HttpError" -> throw new HttpError(404);
                        default -> throw new AssertionError();
                    }
                })
                .get("/");
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.reason()).isEqualTo("Not Implemented");
        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.text())
                .contains("Worker.get: IOLoop.current()", "asynchronous handlers", "Remedy")
                .doesNotContain("never mind");
        assertThat(answer.header("X-Dropped")).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(general.lines()).singleElement().asString().startsWith("WARNING 501 GET / ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "write", "finish", "flush", "throw"})
    void afterTheFlushTheAnswerIsCut(String deed) {
        RawExchange exchange = new RawExchange("GET", "/");
        Application.of(route("/", Handlers.get(handler -> {
                    handler.write("begun");
                    handler.flush();
                    refused();
                    switch (deed) {
                        case "nothing" -> {}
                        case "write" -> handler.write("never mind");
                        case "finish" -> handler.finish("never mind");
                        case "flush" -> handler.flush();
                        default -> throw new IllegalStateException();
                    }
                })))
                .handle(exchange);
        assertThat(exchange.isAborted()).isTrue();
        assertThat(exchange.text()).isEqualTo("begun");
    }

    @Test
    void afterTheEndTheOperatorLearnsOfIt() {
        TestResponse answer = Handlers.client(handler -> {
                    handler.finish("done");
                    IOLoop.current();
                })
                .get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("done");
        assertThat(general.lines()).singleElement().asString().contains("IOLoop.current()");
    }

    @Test
    void anErrorPageOfOnesOwnDoesNotHideIt() {
        class Custom extends RequestHandler {
            @Override
            protected void prepare() {
                IOLoop.current();
            }

            @Override
            protected void writeError(int status, Optional<Throwable> failure) {
                write("sorry");
            }
        }
        assertThat(Handlers.client(Custom::new).get("/").text()).contains("Custom.prepare: IOLoop.current()");
    }

    @Test
    void headHasTheHeadOnly() {
        TestResponse answer = Handlers.client(handler -> IOLoop.current())
                .request("HEAD", "/")
                .send();
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.body()).isEmpty();
        assertThat(Integer.parseInt(answer.header("Content-Length"))).isPositive();
    }

    @Test
    void aStreamedBodyIsRefusedBeforeTheXsrfCheckAndPrepare() {
        @StreamRequestBody
        class Streams extends RequestHandler {
            @Override
            protected void prepare() {
                throw new HttpError(413);
            }
        }
        Application app = Application.builder(route("/", Streams::new))
                .set(Settings.XSRF_COOKIES, true)
                .build();
        RawExchange exchange = new RawExchange("POST", "/").body("text/plain", "x");
        app.handle(exchange);
        assertThat(exchange.status).isEqualTo(501);
        assertThat(exchange.text()).contains("@StreamRequestBody");
        assertThat(exchange.events).doesNotContain("read");
        RawExchange able = new RawExchange("GET", "/").with(Feature.STREAM_REQUEST_BODY);
        app.handle(able);
        assertThat(able.status).isEqualTo(413);
    }

    @Test
    void theReportNamesEveryHandlerThatNeedsMore() {
        @StreamRequestBody
        class Streams extends RequestHandler {}
        class Waits extends RequestHandler {
            @landspout.gen.Coroutine
            @Override
            protected void get() {}

            @Asynchronous
            @Override
            protected void post() {}
        }
        class Socket extends RequestHandler {
            @Override
            protected Set<Feature> neededFeatures() {
                return Set.of(Feature.WEBSOCKET);
            }
        }
        Application nested = Application.of(route("/in/ws", Socket::new));
        Application app = Application.builder(
                        route("/", Handlers.get(handler -> handler.write("x"))),
                        route("/s", Streams::new),
                        route("/s2", Streams::new),
                        Route.nested("/in/.*", nested))
                .host("api", route("/w", Waits::new))
                .build();
        DeploymentReport none = app.report(feature -> false);
        assertThat(none.lines())
                .extracting(DeploymentReport.Line::feature, DeploymentReport.Line::refused)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Feature.STREAM_REQUEST_BODY, true),
                        org.assertj.core.groups.Tuple.tuple(Feature.ASYNCHRONOUS, false),
                        org.assertj.core.groups.Tuple.tuple(Feature.ASYNCHRONOUS, false),
                        org.assertj.core.groups.Tuple.tuple(Feature.WEBSOCKET, true));
        assertThat(none.isComplete()).isFalse();
        assertThat(none.toString()).contains("Waits.get", "Waits.post", "Streams", "Socket", "sidecar");
        assertThat(none.lines())
                .extracting(DeploymentReport.Line::what)
                .containsExactlyInAnyOrder(
                        "RefusalTest.Streams", "RefusalTest.Waits.get", "RefusalTest.Waits.post", "RefusalTest.Socket");
        DeploymentReport all = app.report(feature -> true);
        assertThat(all.isComplete()).isTrue();
        assertThat(all.lines()).extracting(DeploymentReport.Line::consequence).containsOnly("works");
    }

    static final class Later extends RequestHandler {
        @Asynchronous
        @Override
        protected void get() {}
    }

    @Test
    void aHandlerHasOneNameInMessagesAndInTheReport() {
        assertThat(Handlers.client(Later::new).get("/").text())
                .contains(
                        "RefusalTest.Later.get: an answer that did not finish before the method returned needs a feature that"
                                + " this host does not have: asynchronous handlers");
        assertThat(Application.of(route("/", Later::new))
                        .report(feature -> false)
                        .lines())
                .extracting(DeploymentReport.Line::what)
                .containsExactly("RefusalTest.Later.get");
    }

    @Test
    void namesThatTwoPackagesHaveAreWhole() {
        Application app = Application.of(
                route("/1", SameName::new), route("/2", landspout.websocket.SameName::new), route("/3", Later::new));
        assertThat(app.report(feature -> false).lines())
                .extracting(DeploymentReport.Line::what)
                .containsExactly("landspout.web.SameName", "landspout.websocket.SameName", "RefusalTest.Later.get");
    }

    @Test
    void aHandlerWithoutANameHasOneInMessages() {
        TestResponse answer = Handlers.client(() -> new RequestHandler() {
                    @Override
                    protected void get() {
                        IOLoop.current();
                    }
                })
                .get("/");
        assertThat(answer.text()).contains("RefusalTest$").contains(".get: IOLoop.current()");
    }
}
