package landspout.samples.conformance;

import java.util.List;
import java.util.Optional;
import landspout.websocket.WebSocketHandler;

/** Sends messages back. */
final class WebSocketEcho extends WebSocketHandler {

    private static final String CHAT = "chat";

    @Override
    protected void checkXsrfCookie() {}

    @Override
    protected Optional<String> selectSubprotocol(List<String> offered) {
        return offered.contains(CHAT) ? Optional.of(CHAT) : Optional.empty();
    }

    @Override
    protected void onMessage(String message) {
        writeMessage(message);
    }

    @Override
    protected void onMessage(byte[] message) {
        writeMessage(message);
    }
}
