package landspout.web;

import landspout.escape.Escape;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request at once with what has been written, and no error page; Tornado's {@code Finish}.
 *
 * <pre>{@code
 * setStatus(401);
 * setHeader("WWW-Authenticate", "Basic realm=\"reports\"");
 * throw new Finish();
 * }</pre>
 */
public final class Finish extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient byte @Nullable [] chunk;

    /** With what has been written. */
    public Finish() {
        super(null, null, false, false);
        chunk = null;
    }

    /** With this text after what has been written. */
    public Finish(String text) {
        super(null, null, false, false);
        chunk = Escape.utf8(text);
    }

    byte[] chunk() {
        return chunk == null ? new byte[0] : chunk;
    }
}
