package landspout.samples.conformance.war;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The class loaders of WARs that are gone. */
final class Undeployed {

    private static final long MILLISECONDS_BETWEEN_COLLECTIONS = 50;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final List<Reference<ClassLoader>> loaders = new ArrayList<>();

    void add(ClassLoader loader) {
        loaders.add(new WeakReference<>(loader, collected));
    }

    /**
     * How many something still holds: none as soon as all are collected, otherwise what is left after this time. A soft
     * reference holds as well, for memory is not short here.
     */
    int leaked(Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (!loaders.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
            System.gc();
            Reference<?> gone = collected.remove(MILLISECONDS_BETWEEN_COLLECTIONS);
            while (gone != null) {
                loaders.remove(gone);
                gone = collected.poll();
            }
        }
        return loaders.size();
    }
}
