package landspout.ioloop;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import landspout.http.Feature;
import landspout.http.HttpExchange;

/**
 * The event loop: runs one callback at a time, in the order in which they were added. Tornado's {@code IOLoop}.
 *
 * <p>In a Servlet container there is no loop: {@link #current()} ends the request with 501.
 */
public abstract class IOLoop {

    /** For hosts that have a loop. */
    protected IOLoop() {}

    /**
     * The loop that runs the calling code.
     *
     * @throws landspout.http.UnsupportedFeatureException in a host that has none; the request is answered with 501
     * @throws IllegalStateException outside a request, when no loop runs on this thread
     */
    public static IOLoop current() {
        return current("IOLoop.current()");
    }

    /** As {@link #current()}, naming in the refusal what asked for the loop. */
    public static IOLoop current(String caller) {
        throw HttpExchange.current()
                .<RuntimeException>map(exchange -> exchange.refuse(Feature.ASYNCHRONOUS, caller))
                .orElseGet(
                        () -> new IllegalStateException(caller + " needs an event loop, and none runs on this thread"));
    }

    /** Runs the loop on the calling thread until {@link #stop()}. */
    public abstract void start();

    /** Ends {@link #start()} once the running callback is done; from any thread. */
    public abstract void stop();

    /** Runs this at the loop's next turn; from any thread. */
    public abstract void addCallback(Runnable callback);

    /** Runs this as a coroutine whose exceptions are logged; from any thread. */
    public abstract void spawnCallback(Runnable coroutine);

    /**
     * Runs this after a time.
     *
     * @return a handle for {@link #removeTimeout}
     */
    public abstract Object callLater(Duration time, Runnable callback);

    /** Forgets what {@link #callLater} was to run; nothing happens when it has run. */
    public abstract void removeTimeout(Object timeout);

    /** Hands the future to the callback, on the loop, once it is done. */
    public abstract <T> void addFuture(CompletionStage<T> future, Consumer<CompletionStage<T>> callback);

    /** The result of work that blocks, done on another thread. */
    public abstract <T> CompletionStage<T> runInExecutor(Executor executor, Callable<T> work);
}
