package landspout.websocket;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;

/**
 * One open socket as its handler sees it: the seam between handlers and hosts, as {@code HttpExchange} is for requests.
 *
 * <p>Any thread may call it at any time: the host puts the frames in order, and drops what comes after the end.
 */
public interface WebSocketConnection {

    /**
     * Sends a text message.
     *
     * @return complete when the host takes more; exceptionally if the message could not be sent
     */
    CompletionStage<Void> writeText(String message);

    /** Sends a binary message, as {@link #writeText}; the host does not keep the array after the stage is complete. */
    CompletionStage<Void> writeBinary(byte[] message);

    /**
     * Sends a ping.
     *
     * @param data at most 125 octets
     */
    CompletionStage<Void> ping(byte[] data);

    /**
     * Begins the closing handshake, and cuts the socket if the peer does not end it within a few seconds.
     *
     * @param code one that may be sent (RFC 6455, 7.4); empty for none
     * @param reason at most 123 octets of UTF-8; only with a code
     */
    void close(OptionalInt code, Optional<String> reason);

    /** Whether small messages leave at once. A host whose sockets are not its own to tune leaves them as they are. */
    void setNodelay(boolean nodelay);
}
