package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import landspout.gen.Coroutine;
import landspout.gen.Gen;
import landspout.httpclient.AsyncHttpClient;
import landspout.ioloop.IOLoop;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;

class HandlerLifeTest {

    private static TestResponse get(java.util.function.Supplier<? extends RequestHandler> handler) {
        return TestClient.of(Application.of(route("/", handler))).get("/");
    }

    @Test
    void helloWorld() {
        class Hello extends RequestHandler {
            @Override
            protected void get() {
                write("Hello, world");
            }
        }
        TestResponse response = get(Hello::new);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("Hello, world");
        assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
        assertThat(response.header("Content-Length")).isEqualTo("12");
        assertThat(response.header("Etag")).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void theLifeHasItsOrder() {
        List<String> calls = new ArrayList<>();
        class Recorder extends RequestHandler {
            @Override
            protected void prepare() {
                calls.add("prepare");
            }

            @Override
            protected void get() {
                calls.add("get");
            }

            @Override
            protected void onFinish() {
                calls.add("onFinish " + getStatus());
            }
        }
        get(Recorder::new);
        assertThat(calls).containsExactly("prepare", "get", "onFinish 200");
    }

    @Test
    void a405SaysWhatThereIs() {
        class Two extends RequestHandler {
            @Override
            protected void get() {}

            @Override
            protected void put() {}
        }
        TestResponse response = TestClient.of(Application.of(route("/", Two::new)))
                .request("POST", "/")
                .send();
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, PUT");
    }

    @Test
    void aWrongContentLengthIsAPlain500() {
        class Short extends RequestHandler {
            @Override
            protected void get() {
                setHeader("Content-Length", 5);
                write("more than five");
            }
        }
        TestResponse response = get(Short::new);
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).contains("500: Internal Server Error").doesNotContain("Content-Length");
        assertThat(response.isComplete()).isTrue();
    }

    @Test
    void aFailureAfterTheFlushCutsTheAnswer() {
        class Half extends RequestHandler {
            @Override
            protected void get() {
                write("half");
                flush();
                throw new IllegalStateException("secret");
            }
        }
        TestResponse response = get(Half::new);
        assertThat(response.text()).isEqualTo("half");
        assertThat(response.isComplete()).isFalse();
    }

    @Test
    void whatBelongsToTheServerIsRefused() {
        for (String name : List.of("Connection", "transfer-encoding", "Keep-Alive", "TE", "Trailer", "Upgrade")) {
            class Sets extends RequestHandler {
                @Override
                protected void get() {
                    setHeader(name, "x");
                }
            }
            assertThat(get(Sets::new).status()).as(name).isEqualTo(500);
        }
    }

    @Test
    void awaitOfADoneFutureReturnsItsValue() {
        class Done extends RequestHandler {
            @Coroutine
            @Override
            protected void get() {
                write(Gen.await(CompletableFuture.completedFuture("done ")));
                write(String.join(
                        "",
                        Gen.await(Gen.multi(List.of(
                                CompletableFuture.completedFuture("a"), CompletableFuture.completedFuture("b"))))));
            }
        }
        assertThat(get(Done::new).text()).isEqualTo("done ab");
    }

    @Test
    void awaitOfAPendingFutureIs501EvenWhenEverythingIsCaught() {
        class Waits extends RequestHandler {
            @Coroutine
            @Override
            protected void get() {
                try {
                    Gen.await(new CompletableFuture<String>());
                } catch (RuntimeException swallowed) {
                    write("never mind");
                }
            }
        }
        TestResponse response = get(Waits::new);
        assertThat(response.status()).isEqualTo(501);
        assertThat(response.text())
                .contains("Waits.get", "asynchronous", "await()")
                .doesNotContain("never mind");
    }

    @Test
    void whatNeedsTheLoopIs501() {
        class Sleeps extends RequestHandler {
            @Coroutine
            @Override
            protected void get() {
                Gen.await(Gen.sleep(Duration.ofMillis(1)));
            }
        }
        class Timer extends RequestHandler {
            @Asynchronous
            @Override
            protected void get() {
                IOLoop.current().callLater(Duration.ofMillis(1), () -> finish("later"));
            }
        }
        class Fetches extends RequestHandler {
            @Coroutine
            @Override
            protected void get() {
                Gen.await(new AsyncHttpClient().fetch("http://127.0.0.1/"));
            }
        }
        class Forgets extends RequestHandler {
            @Asynchronous
            @Override
            protected void get() {}
        }
        assertThat(get(Sleeps::new).text()).contains("501", "sleep()");
        assertThat(get(Timer::new).text()).contains("501", "IOLoop.current()");
        assertThat(get(Fetches::new).text()).contains("501", "AsyncHttpClient");
        assertThat(get(Forgets::new).text()).contains("501", "did not finish");
    }

    @Test
    void awaitInAPlainMethodNamesIt() {
        class Plain extends RequestHandler {
            @Override
            protected void get() {
                assertThatThrownBy(() -> Gen.await(CompletableFuture.completedFuture("x")))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("mark HandlerLifeTest.Plain.get with @Coroutine");
                write("checked");
            }
        }
        assertThat(get(Plain::new).text()).isEqualTo("checked");
    }

    @Test
    void aStreamedBodyComesInPieces() {
        @StreamRequestBody
        class Counts extends RequestHandler {
            private int octets;
            private int pieces;

            @Override
            protected void dataReceived(ByteBuffer chunk) {
                octets += chunk.remaining();
                pieces++;
            }

            @Override
            protected void post() {
                write(octets + " in " + pieces);
            }
        }
        TestResponse response = TestClient.of(Application.of(route("/", Counts::new)))
                .request("POST", "/")
                .body("application/octet-stream", new byte[20_000])
                .send();
        assertThat(response.text()).isEqualTo("20000 in 3");
    }

    @Test
    void aConstructorMayNotLookAtTheRequest() {
        class Curious extends RequestHandler {
            Curious() {
                request();
            }
        }
        assertThatThrownBy(() -> Application.of(route("/", Curious::new)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("constructor");
    }

    @Test
    void writeErrorSeesWhatWasThrown() {
        class Custom extends RequestHandler {
            @Override
            protected void get() {
                getArgument("needed");
            }

            @Override
            protected void writeError(int status, Optional<Throwable> failure) {
                write(Map.of(
                        "code",
                        status,
                        "type",
                        failure.map(thrown -> thrown.getClass().getSimpleName()).orElse("")));
            }
        }
        assertThat(get(Custom::new).json()).isEqualTo(Map.of("code", 400, "type", "MissingArgumentError"));
    }
}
