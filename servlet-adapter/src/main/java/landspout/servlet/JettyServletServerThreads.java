package landspout.servlet;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Decides which threads run handlers: virtual ones from Java 21 on, where a waiting client costs no more than its
 * memory; a bounded pool before.
 */
final class JettyServletServerThreads {

    private static final int IDLE_MILLIS = 10_000;

    private JettyServletServerThreads() {}

    static QueuedThreadPool pool(int maxThreads) {
        QueuedThreadPool pool = new QueuedThreadPool(maxThreads, Math.min(8, maxThreads), IDLE_MILLIS);
        // Jetty lets one idle thread go at a time, which takes half an hour after a flood.
        pool.setMaxEvictCount(maxThreads);
        pool.setName("landspout");
        pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        return pool;
    }
}
