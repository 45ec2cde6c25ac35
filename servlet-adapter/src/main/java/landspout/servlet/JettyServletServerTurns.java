package landspout.servlet;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Lets so many pieces of blocking work run at a time and no more; the others wait in order, without a thread. Any
 * thread may call.
 */
final class JettyServletServerTurns {

    private final Executor executor;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int free;

    JettyServletServerTurns(Executor executor, int turns) {
        this.executor = executor;
        this.free = turns;
    }

    /** Runs work at once, without a turn. */
    void execute(Runnable work, Consumer<Throwable> refused) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException full) {
            refused.accept(full);
        }
    }

    /**
     * Runs work once it has a turn.
     *
     * @param work is given what ends its turn, which may be called several times
     * @param refused called instead when there is no thread to be had
     */
    void take(Consumer<Runnable> work, Consumer<Throwable> refused) {
        Turn turn = new Turn(work, refused);
        synchronized (waiting) {
            if (free == 0) {
                waiting.add(turn);
                return;
            }
            free--;
        }
        turn.begin();
    }

    private void passOn() {
        Turn next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.begin();
    }

    private final class Turn {

        private final Consumer<Runnable> work;
        private final Consumer<Throwable> refused;
        private boolean ended;

        Turn(Consumer<Runnable> work, Consumer<Throwable> refused) {
            this.work = work;
            this.refused = refused;
        }

        void begin() {
            execute(() -> work.accept(this::end), failure -> {
                end();
                refused.accept(failure);
            });
        }

        private void end() {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
            }
            passOn();
        }
    }
}
