package landspout.websocket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import landspout.escape.Escape;
import landspout.http.Feature;
import landspout.web.RequestHandler;
import landspout.web.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Talks with one client over a WebSocket; Tornado's {@code WebSocketHandler}.
 *
 * <pre>{@code
 * class EchoWebSocket extends WebSocketHandler {
 *     @Override
 *     protected void onMessage(String message) {
 *         writeMessage("You said: " + message);
 *     }
 * }
 * }</pre>
 *
 * <p>The handshake is a GET like others: {@code prepare}, the current user, cookies and path arguments are as ever.
 * After it one thread at a time calls the methods whose names begin with {@code on}, in the order of what came;
 * {@link #writeMessage(String)}, {@link #ping} and {@link #close()} may be called from anywhere at any time.
 *
 * <p>In a Servlet container: the handshake is answered with 501; the WebSocket sidecar does what is missing.
 */
public abstract class WebSocketHandler extends RequestHandler {

    private static final int CONTROL_OCTETS = 125;
    private static final int REASON_OCTETS = CONTROL_OCTETS - 2;
    private static final int UNSUPPORTED_DATA = 1003;

    /** Empty before the handshake, and again as soon as either side has begun to close. */
    private final AtomicReference<@Nullable WebSocketConnection> connection = new AtomicReference<>();

    private Optional<String> subprotocol = Optional.empty();
    private OptionalInt closeCode = OptionalInt.empty();
    private Optional<String> closeReason = Optional.empty();

    /** For subclasses; without side effects. */
    protected WebSocketHandler() {}

    // ------------------------------------------------------------------ what comes

    /** The socket is open. */
    protected void open() throws Exception {}

    /** A text message came. Unless overridden: closes with 1003, as a handler that cannot take text should. */
    protected void onMessage(String message) throws Exception {
        close(UNSUPPORTED_DATA, "text messages are not taken here");
    }

    /** A binary message came. Unless overridden: closes with 1003, as a handler that cannot take octets should. */
    protected void onMessage(byte[] message) throws Exception {
        close(UNSUPPORTED_DATA, "binary messages are not taken here");
    }

    /** A ping came, and has been answered. */
    protected void onPing(byte[] data) {}

    /** The answer to a {@link #ping} came. */
    protected void onPong(byte[] data) {}

    /** The socket is gone, for whatever reason; called once. */
    protected void onClose() {}

    /** The code with which the client closed; empty while it has not, and when it left without a word. */
    public final OptionalInt closeCode() {
        return closeCode;
    }

    /** The reason that the client gave for closing. */
    public final Optional<String> closeReason() {
        return closeReason;
    }

    // ------------------------------------------------------------------ what goes

    /**
     * Sends a text message. Waiting for the result keeps a slow client from filling the memory.
     *
     * @return complete when the connection takes more
     * @throws WebSocketClosedException if no socket is open
     */
    public final CompletionStage<Void> writeMessage(String message) {
        return openConnection().writeText(message);
    }

    /** Sends a binary message, as {@link #writeMessage(String)}. */
    public final CompletionStage<Void> writeMessage(byte[] message) {
        return openConnection().writeBinary(message.clone());
    }

    /** Sends a map as JSON, in a text message. */
    public final CompletionStage<Void> writeMessage(Map<String, ?> json) {
        return writeMessage(Escape.jsonEncode(json));
    }

    /**
     * Sends a ping; {@link #onPong} gets the answer.
     *
     * @param data at most 125 octets
     * @throws WebSocketClosedException if no socket is open
     */
    public final CompletionStage<Void> ping(byte[] data) {
        if (data.length > CONTROL_OCTETS) {
            throw new IllegalArgumentException("a ping holds at most 125 octets, not " + data.length);
        }
        return openConnection().ping(data.clone());
    }

    /** Closes without a code; nothing happens when no socket is open. */
    public final void close() {
        close(OptionalInt.empty(), Optional.empty());
    }

    /** Closes with a code, as {@link #close(int, String)}. */
    public final void close(int code) {
        close(OptionalInt.of(checkCode(code)), Optional.empty());
    }

    /**
     * Closes with a code and a reason; nothing happens when no socket is open. Messages that come before the client has
     * agreed are still handed over.
     *
     * @param code one that an endpoint may send: 1000 to 1003, 1007 to 1014, 3000 to 4999 (RFC 6455, 7.4)
     * @param reason at most 123 octets of UTF-8
     */
    public final void close(int code, String reason) {
        if (reason.getBytes(StandardCharsets.UTF_8).length > REASON_OCTETS) {
            throw new IllegalArgumentException("the reason of a close holds at most 123 octets: " + reason);
        }
        close(OptionalInt.of(checkCode(code)), Optional.of(reason));
    }

    private void close(OptionalInt code, Optional<String> reason) {
        WebSocketConnection open = connection.getAndSet(null);
        if (open != null) {
            open.close(code, reason);
        }
    }

    private static int checkCode(int code) {
        boolean sendable = code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
        if (!sendable) {
            throw new IllegalArgumentException("no endpoint may close with the code " + code);
        }
        return code;
    }

    /** Whether small messages leave at once, at the price of more packets. */
    public final void setNodelay(boolean nodelay) {
        openConnection().setNodelay(nodelay);
    }

    private WebSocketConnection openConnection() {
        WebSocketConnection open = connection.get();
        if (open == null) {
            throw new WebSocketClosedException();
        }
        return open;
    }

    // ------------------------------------------------------------------ the handshake

    /**
     * Whether pages of this origin may connect; asked when the client sends one. By default: those of the host that was
     * asked for, port included. What is no origin at all counts as foreign.
     *
     * <p>Browsers let any page connect anywhere and send the cookies along: whoever returns true for all gives up the
     * only guard.
     */
    protected boolean checkOrigin(String origin) {
        return Origin.isSameHost(origin, request().host());
    }

    /** Chooses among the subprotocols that the client offers, which may be none; empty for no choice. */
    protected Optional<String> selectSubprotocol(List<String> offered) {
        return Optional.empty();
    }

    /** The subprotocol that was agreed on. */
    public final Optional<String> selectedSubprotocol() {
        return subprotocol;
    }

    /** How messages are compressed if the client offers it; empty, the default, for not at all. */
    public Optional<CompressionOptions> getCompressionOptions() {
        return Optional.empty();
    }

    /** The longest message that is taken, in octets, after decompression; by default the setting's. */
    public int maxMessageSize() {
        return settings().get(Settings.WEBSOCKET_MAX_MESSAGE_SIZE);
    }

    /** How often the client is pinged; zero for never. By default the setting's. */
    public Duration pingInterval() {
        return settings().get(Settings.WEBSOCKET_PING_INTERVAL);
    }

    /** How long the client may take to answer a ping before it is given up. By default the setting's, else the interval. */
    public Duration pingTimeout() {
        return settings().find(Settings.WEBSOCKET_PING_TIMEOUT).orElseGet(this::pingInterval);
    }

    /** The handshake: refuses what is none with the words of Tornado. */
    @Override
    protected final void get() {
        Handshake handshake = new Handshake(request().headers());
        if (!handshake.asksForWebSocket()) {
            refuse(400, "Can \"Upgrade\" only to \"WebSocket\".");
        } else if (!handshake.upgradesConnection()) {
            refuse(400, "\"Connection\" must be \"Upgrade\".");
        } else if (!handshake.origin().map(this::checkOrigin).orElse(true)) {
            refuse(403, "Cross origin websockets not allowed");
        } else if (!handshake.hasVersion()) {
            setStatus(426);
            setHeader("Sec-WebSocket-Version", Handshake.VERSION);
        } else if (!handshake.hasKey()) {
            refuse(400, "Missing/Invalid WebSocket headers");
        } else {
            throw request().exchange().refuse(Feature.WEBSOCKET, "the WebSocket handshake");
        }
    }

    private void refuse(int status, String text) {
        setStatus(status);
        write(text);
    }

    @Override
    protected final Set<Feature> neededFeatures() {
        return Set.of(Feature.WEBSOCKET);
    }

    // ------------------------------------------------------------------ for hosts

    /**
     * Gives the handler its socket once the handshake is done. For hosts.
     *
     * @param opened the socket
     * @param selected the subprotocol that {@link #selectSubprotocol} chose
     * @return where to report what happens on the socket
     */
    public final WebSocketEvents connect(WebSocketConnection opened, Optional<String> selected) {
        subprotocol = selected;
        connection.set(opened);
        return new WebSocketEvents(this);
    }

    final void disconnect(OptionalInt code, Optional<String> reason) {
        connection.set(null);
        closeCode = code;
        closeReason = reason;
    }

    /** As for requests; on an open socket whatever is thrown also closes it, with 1011. */
    @Override
    protected void logException(Throwable failure) {
        super.logException(failure);
    }
}
