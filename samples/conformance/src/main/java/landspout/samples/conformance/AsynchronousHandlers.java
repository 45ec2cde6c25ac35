package landspout.samples.conformance;

import static landspout.gen.Gen.await;
import static landspout.gen.Gen.multi;
import static landspout.gen.Gen.sleep;
import static landspout.gen.Gen.withTimeout;
import static landspout.web.Route.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeoutException;
import landspout.gen.Coroutine;
import landspout.httpclient.AsyncHttpClient;
import landspout.httpclient.HttpResponse;
import landspout.ioloop.IOLoop;
import landspout.web.Asynchronous;
import landspout.web.HttpError;
import landspout.web.Route;

/** Coroutines and callbacks: first those that need not wait, then those that must. */
final class AsynchronousHandlers {

    private static final Duration SHORT = Duration.ofMillis(20);

    private AsynchronousHandlers() {}

    static Route[] routes(String address) {
        return new Route[] {
            route("/async/immediate", Immediate::new),
            route("/async/native", Native::new),
            route("/async/done-future", DoneFuture::new),
            route("/async/raise", Raise::new),
            route("/async/flush", Flush::new),
            route("/async/finish-sync", FinishSynchronously::new),
            route("/async/sleep", Sleep::new),
            route("/async/sleep-raise", SleepRaise::new),
            route("/async/manual", Manual::new),
            route("/async/prepare", Prepare::new),
            route("/async/executor", Executor::new),
            route("/async/timeout", Timeout::new),
            route("/async/client", () -> new Client(address))
        };
    }

    private static final class Immediate extends Base {
        @Coroutine
        @Override
        protected void get() {
            write("coroutine without suspension");
        }
    }

    /** Tornado has a second form of coroutine, {@code async def}; Java has the one. */
    private static final class Native extends Base {
        @Coroutine
        @Override
        protected void get() {
            write("async def without suspension");
        }
    }

    private static final class DoneFuture extends Base {
        @Coroutine
        @Override
        protected void get() {
            CompletionStage<String> done = CompletableFuture.completedFuture("done ");
            String first = await(done);
            List<String> second = await(multi(List.of(done, done)));
            write(first + String.join("", second));
        }
    }

    private static final class Raise extends Base {
        @Coroutine
        @Override
        protected void get() {
            throw new HttpError(418);
        }
    }

    private static final class Flush extends Base {
        @Coroutine
        @Override
        protected void get() {
            write("part one, ");
            await(flush());
            write("part two");
        }
    }

    private static final class FinishSynchronously extends Base {
        @Asynchronous
        @Override
        protected void get() {
            finish("finished synchronously");
        }
    }

    private static final class Sleep extends Base {
        @Coroutine
        @Override
        protected void get() {
            await(sleep(SHORT));
            write("slept");
        }
    }

    private static final class SleepRaise extends Base {
        @Coroutine
        @Override
        protected void get() {
            await(sleep(SHORT));
            throw new HttpError(409);
        }
    }

    private static final class Manual extends Base {
        @Asynchronous
        @Override
        protected void get() {
            IOLoop.current().callLater(SHORT, () -> finish("finished later"));
        }
    }

    private static final class Prepare extends Base {
        @Coroutine
        @Override
        protected void prepare() {
            await(sleep(SHORT));
            setHeader("X-Prepared", "late");
        }

        @Override
        protected void get() {
            write("after asynchronous prepare");
        }
    }

    private static final class Executor extends Base {
        @Coroutine
        @Override
        protected void get() {
            CompletionStage<Integer> result =
                    IOLoop.current().runInExecutor(ForkJoinPool.commonPool(), Executor::compute);
            write(Map.of("result", await(result)));
        }

        private static int compute() throws InterruptedException {
            Thread.sleep(SHORT.toMillis());
            return 6 * 7;
        }
    }

    private static final class Timeout extends Base {
        @Coroutine
        @Override
        protected void get() {
            try {
                await(withTimeout(SHORT, new CompletableFuture<Void>()));
            } catch (CompletionException failure) {
                if (!(failure.getCause() instanceof TimeoutException)) {
                    throw failure;
                }
                setStatus(504);
                write("gave up waiting");
            }
        }
    }

    private static final class Client extends Base {

        private final String address;

        Client(String address) {
            this.address = address;
        }

        @Coroutine
        @Override
        protected void get() {
            HttpResponse response = await(new AsyncHttpClient().fetch(address));
            write(Map.of("code", response.code(), "body", Octets.text(response.body())));
        }
    }
}
