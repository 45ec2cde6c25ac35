package landspout.websocket;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a host tells a handler about its socket. For hosts.
 *
 * <p>One call at a time, each after the one before has returned: {@link #opened} first, {@link #closed} last.
 */
public final class WebSocketEvents {

    private static final int INTERNAL_ERROR = 1011;

    private interface Callback {
        void run() throws Exception;
    }

    private final WebSocketHandler handler;
    private boolean closed;

    WebSocketEvents(WebSocketHandler handler) {
        this.handler = handler;
    }

    /** The handshake is done. */
    public void opened() {
        run(handler::open);
    }

    /** A whole text message came. */
    public void text(String message) {
        run(() -> handler.onMessage(message));
    }

    /** A whole binary message came. */
    public void binary(byte[] message) {
        run(() -> handler.onMessage(message));
    }

    /** A ping came, and has been answered. */
    public void ping(byte[] data) {
        run(() -> handler.onPing(data));
    }

    /** A pong came. */
    public void pong(byte[] data) {
        run(() -> handler.onPong(data));
    }

    /**
     * The socket is gone. What follows the first call does nothing, so that the handler hears of it once.
     *
     * @param code the peer's, if it sent one
     * @param reason the peer's, if it sent one
     */
    public void closed(OptionalInt code, Optional<String> reason) {
        if (!closed) {
            closed = true;
            handler.disconnect(code, reason);
            run(handler::onClose);
        }
    }

    private void run(Callback callback) {
        try {
            callback.run();
        } catch (Throwable failure) {
            try {
                handler.logException(failure);
            } finally {
                handler.close(INTERNAL_ERROR);
            }
        }
    }
}
