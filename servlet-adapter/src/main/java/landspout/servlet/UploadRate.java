package landspout.servlet;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Measures how fast a client sends a body, over the time for which the server waits for it: an application that reads
 * slowly is not the client's fault.
 *
 * <p>Silence is for the idle time-out to end; this ends a trickle, which no idle time-out notices. One thread at a time
 * may call.
 */
final class UploadRate {

    /** Waiting that is forgiven, for a slow start. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int minimum;
    private long received;
    private long waited;
    private long waitingSince;
    private boolean waiting;

    /** With the octets a second that are asked for at least. */
    UploadRate(int minimum) {
        this.minimum = minimum;
    }

    void waiting() {
        if (!waiting) {
            waiting = true;
            waitingSince = System.nanoTime();
        }
    }

    void received(int length) {
        if (waiting) {
            waiting = false;
            waited += System.nanoTime() - waitingSince;
        }
        received += length;
    }

    boolean isTooSlow() {
        return waited > GRACE_NANOS && received < minimum * ((waited - GRACE_NANOS) / 1e9);
    }

    TimeoutException tooSlow() {
        return new TimeoutException("the body comes in at less than " + minimum + " octets a second");
    }
}
