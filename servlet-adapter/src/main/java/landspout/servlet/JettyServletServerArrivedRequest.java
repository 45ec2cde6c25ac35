package landspout.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import landspout.http.RequestBody;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body has come in, whole. */
final class JettyServletServerArrivedRequest extends Request.Wrapper {

    private static final int CHUNK_SIZE = 16 * 1024;

    private final InputStream octets;
    private long remaining;

    JettyServletServerArrivedRequest(Request request, RequestBody body) {
        super(request);
        this.octets = body.stream();
        this.remaining = body.length();
    }

    @Override
    public Content.Chunk read() {
        if (remaining == 0) {
            return Content.Chunk.EOF;
        }
        try {
            byte[] chunk = octets.readNBytes((int) Math.min(remaining, CHUNK_SIZE));
            remaining -= chunk.length;
            return Content.Chunk.from(ByteBuffer.wrap(chunk), remaining == 0);
        } catch (IOException | RuntimeException unreadable) {
            return Content.Chunk.from(unreadable, true);
        }
    }

    /** There is never anything to wait for. */
    @Override
    public void demand(Runnable callback) {
        getComponents().getExecutor().execute(callback);
    }
}
