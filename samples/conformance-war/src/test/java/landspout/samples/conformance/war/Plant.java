package landspout.samples.conformance.war;

import java.lang.ref.SoftReference;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to keep an object of a WAR, as a library might do in a static field or on the threads of the container. */
enum Plant {
    REFERENCE {
        @Override
        void plant(Pot pot, Object object) {
            pot.kept = object;
        }
    },
    SOFT_REFERENCE {
        @Override
        void plant(Pot pot, Object object) {
            pot.kept = new SoftReference<>(object);
        }
    },
    THREAD_LOCAL_OF_A_POOLED_THREAD {
        @Override
        void plant(Pot pot, Object object) throws ExecutionException, InterruptedException {
            pot.pool.submit(() -> pot.threadLocal.set(object)).get();
        }
    };

    abstract void plant(Pot pot, Object object) throws ExecutionException, InterruptedException;

    /** What outlives the WAR. */
    static final class Pot {

        private final ExecutorService pool = Executors.newSingleThreadExecutor();
        private final ThreadLocal<Object> threadLocal = new ThreadLocal<>();
        private Object kept = "";

        Object kept() {
            return kept;
        }

        void end() {
            pool.shutdownNow();
        }
    }
}
