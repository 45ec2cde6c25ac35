package landspout.gen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import landspout.http.Feature;
import landspout.http.HttpExchange;
import landspout.http.Invocation;
import landspout.ioloop.IOLoop;

/**
 * What coroutines use: Tornado's {@code tornado.gen}.
 *
 * <pre>{@code
 * import static landspout.gen.Gen.*;
 *
 * HttpResponse page = await(client.fetch("http://example.com/"));
 * }</pre>
 */
public final class Gen {

    private Gen() {}

    /**
     * The value of a future: the coroutine waits for it and others run meanwhile. Tornado's {@code yield}.
     *
     * <p>In a Servlet container: returns at once when the future is done; otherwise the request ends with 501.
     *
     * @return the future's value
     * @throws IllegalStateException when called outside a coroutine
     * @throws RuntimeException the future's own exception, as it was thrown; a checked one comes inside a {@link
     *     CompletionException}
     */
    public static <T> T await(CompletionStage<T> future) {
        HttpExchange exchange = HttpExchange.current()
                .orElseThrow(() -> new IllegalStateException(
                        "await() works in a coroutine only, and no handler runs on this thread"));
        Invocation caller = exchange.invocation().orElseThrow(() -> new IllegalStateException("no handler runs"));
        if (!caller.coroutine()) {
            throw new IllegalStateException(
                    "await() works in a coroutine only: mark " + caller.name() + " with @Coroutine");
        }
        CompletableFuture<T> result = future.toCompletableFuture();
        if (!result.isDone()) {
            throw exchange.refuse(Feature.ASYNCHRONOUS, "await() of a future that is not done");
        }
        return valueOf(result);
    }

    /** Complete after this time; Tornado's {@code gen.sleep}. In a Servlet container: 501. */
    public static CompletionStage<Void> sleep(Duration time) {
        CompletableFuture<Void> slept = new CompletableFuture<>();
        IOLoop.current("sleep()").callLater(time, () -> slept.complete(null));
        return slept;
    }

    /**
     * Complete at the next turn of the loop, when others have had theirs; Tornado's {@code gen.moment}. In a Servlet
     * container: 501.
     */
    public static CompletionStage<Void> moment() {
        CompletableFuture<Void> next = new CompletableFuture<>();
        IOLoop.current("moment()").addCallback(() -> next.complete(null));
        return next;
    }

    /**
     * The future's value, or a {@link TimeoutException} when it takes longer than this; the
     * future itself goes on. Tornado's {@code gen.with_timeout}.
     *
     * <p>In a Servlet container: works when the future is done already, otherwise 501.
     */
    public static <T> CompletionStage<T> withTimeout(Duration time, CompletionStage<T> future) {
        if (future.toCompletableFuture().isDone()) {
            return future;
        }
        CompletableFuture<T> first = new CompletableFuture<>();
        IOLoop loop = IOLoop.current("withTimeout()");
        Object timeout = loop.callLater(time, () -> first.completeExceptionally(new TimeoutException("after " + time)));
        future.whenComplete((value, failure) -> {
            loop.removeTimeout(timeout);
            if (failure == null) {
                first.complete(value);
            } else {
                first.completeExceptionally(failure);
            }
        });
        return first;
    }

    /** The values of several futures in their order, once all are done; Tornado's {@code gen.multi} of a list. */
    public static <T> CompletionStage<List<T>> multi(List<? extends CompletionStage<T>> futures) {
        return all(futures).thenApply(done -> {
            List<T> values = new ArrayList<>(futures.size());
            futures.forEach(future -> values.add(future.toCompletableFuture().join()));
            return values;
        });
    }

    /** The values of several futures by their keys, once all are done; Tornado's {@code gen.multi} of a dict. */
    public static <K, T> CompletionStage<Map<K, T>> multi(Map<K, ? extends CompletionStage<T>> futures) {
        return all(futures.values()).thenApply(done -> {
            Map<K, T> values = new LinkedHashMap<>();
            futures.forEach((key, future) ->
                    values.put(key, future.toCompletableFuture().join()));
            return values;
        });
    }

    private static CompletableFuture<Void> all(Iterable<? extends CompletionStage<?>> futures) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        futures.forEach(future -> all.add(future.toCompletableFuture()));
        return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]));
    }

    private static <T> T valueOf(CompletableFuture<T> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() instanceof CompletionException inner && inner.getCause() != null
                    ? inner.getCause()
                    : failed.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new CompletionException(cause);
        } catch (InterruptedException interrupted) {
            // A future that is done does not wait, so nobody can have interrupted this.
            throw new IllegalStateException(interrupted);
        }
    }
}
