package landspout.servlet;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Decides which threads run handlers: virtual ones from Java 21 on, where a waiting client costs no more than its
 * memory; a bounded pool before.
 */
final class JettyServletServerThreads {

    private static final int QUEUE_BOUND = 8192;

    private JettyServletServerThreads() {}

    static QueuedThreadPool pool(int maxThreads) {
        int minThreads = Math.min(8, maxThreads);
        QueuedThreadPool pool =
                new QueuedThreadPool(maxThreads, minThreads, 60_000, new LinkedBlockingQueue<>(QUEUE_BOUND));
        pool.setName("landspout");
        pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        return pool;
    }

    /** Where blocking work goes. */
    static Executor blocking(QueuedThreadPool pool) {
        Executor virtual = pool.getVirtualThreadsExecutor();
        return virtual == null ? pool : virtual;
    }

    /** How many requests may block on an upload at a time, so that enough threads are left for all others. */
    static int blockedUploads(QueuedThreadPool pool) {
        return pool.getVirtualThreadsExecutor() == null ? Math.max(1, pool.getMaxThreads() / 2) : Integer.MAX_VALUE;
    }
}
