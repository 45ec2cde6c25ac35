package landspout.websocket;

/** Something was to be sent where no socket is open, or not any more; Tornado's {@code WebSocketClosedError}. */
public final class WebSocketClosedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WebSocketClosedException() {
        super("the WebSocket is not open");
    }
}
