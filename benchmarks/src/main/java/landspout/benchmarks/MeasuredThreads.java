package landspout.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server's threads, of a fixed number, and the CPU time that they have used, system calls included. */
final class MeasuredThreads extends QueuedThreadPool {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int COUNT = 8;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    MeasuredThreads(String name) {
        super(COUNT, COUNT);
        setName(name);
    }

    @Override
    public Thread newThread(Runnable job) {
        Thread thread = super.newThread(job);
        threads.add(thread);
        return thread;
    }

    /** In nanoseconds. */
    long cpuTime() {
        long sum = 0;
        for (Thread thread : threads) {
            sum += Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
        }
        return sum;
    }
}
