package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import landspout.http.BodyReceiver;

/**
 * Reads a request's body from the container, blocking, and hands it on. Made once for each adapter.
 *
 * <p>In a container that runs servlets on the threads of a pool a client that sends slowly holds one of them; the
 * container's own time-outs bound for how long. {@link JettyServletServer} sees to it that none is held.
 */
final class BodyReader {

    private static final int BUFFER_SIZE = 16 * 1024;

    private final ConsumedBody consumedBody = new ConsumedBody();

    void read(HttpServletRequest request, BodyReceiver receiver) {
        long declared = request.getContentLengthLong();
        if (declared == 0) {
            receiver.end();
            return;
        }
        InputStream stream;
        try {
            stream = request.getInputStream();
        } catch (IOException | IllegalStateException taken) {
            // A filter that has called getReader() leaves no stream.
            consumedBody.restore(request, receiver);
            return;
        }
        byte[] buffer = new byte[declared > 0 ? (int) Math.min(declared, BUFFER_SIZE) : BUFFER_SIZE];
        boolean empty = true;
        while (true) {
            int length;
            try {
                length = stream.read(buffer);
            } catch (IOException | RuntimeException failure) {
                // Jetty throws a BadMessageException, which is unchecked, at a client that sends too slowly.
                receiver.failed(failure);
                return;
            }
            if (length < 0) {
                break;
            }
            empty = empty && length == 0;
            receiver.chunk(buffer, 0, length);
        }
        if (empty && ConsumedBody.suspected(request, declared)) {
            consumedBody.restore(request, receiver);
        } else {
            receiver.end();
        }
    }
}
