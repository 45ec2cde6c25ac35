package landspout.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response as the core sees them: the one seam between an application and its hosts, as
 * {@code environ} and {@code start_response} are in WSGI, or {@code HTTPConnection} in Tornado.
 *
 * <p>A host extends this class and nothing else: it says what came in, and sends what it is given. What may follow what
 * is decided here, once: open, headers written, finished, or aborted. A second finish, a body that does not fit its
 * Content-Length, or a write after the end fails with the same words in every host.
 *
 * <p>One thread at a time may call an exchange; a host that moves it from one thread to another must make the first
 * one's work visible to the second.
 */
public abstract class HttpExchange {

    private enum State {
        OPEN,
        HEADERS_WRITTEN,
        FINISHED,
        ABORTED
    }

    private static final ThreadLocal<HttpExchange> CURRENT = new ThreadLocal<>();
    private static final long UNKNOWN = -1;

    private State state = State.OPEN;
    private int status;
    private boolean bodyAllowed = true;
    private long declaredLength = UNKNOWN;
    private long writtenLength;
    private @Nullable Invocation invocation;
    private @Nullable UnsupportedFeatureException refusal;
    private @Nullable Runnable closeCallback;
    private boolean closed;

    /** For hosts. */
    protected HttpExchange() {}

    // ------------------------------------------------------------------ what the host says

    /** The request's method as it came. */
    public abstract String method();

    /** The request's target as it came, undecoded, with the query and with the mount point in front. */
    public abstract String uri();

    /** The part of the target that is routed: below the mount point, undecoded, without the query; {@code /} at least. */
    public abstract String path();

    /** Where the application is mounted, such as {@code /shop/api}; empty at the root. Never ends with a slash. */
    public abstract String rootPath();

    /** {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2.0}. */
    public abstract String version();

    /** The request's header fields. */
    public abstract HttpHeaders headers();

    /** What else is known of the connection. */
    public abstract Connection connection();

    /** Whether this host has a feature that others lack. */
    public abstract boolean supports(Feature feature);

    /** Reads the body and hands it over; a blocking host has done so when this returns. Called once at the most. */
    public abstract void readBody(BodyReceiver receiver);

    /** Takes the response's head; nothing need leave before the first {@link #send}. */
    protected abstract void sendHead(int status, String reason, HeaderMap headers);

    /**
     * Sends a piece of the body, which the host may keep only until the returned stage is complete.
     *
     * @param last whether the response ends with it; otherwise what came so far is to leave for the client now
     * @return complete when the host is ready for more
     */
    protected abstract CompletionStage<Void> send(byte[] data, int offset, int length, boolean last);

    /** Ends the response so that the client can tell that it is incomplete. */
    protected abstract void cut();

    // ------------------------------------------------------------------ what the core does

    /** The exchange that the calling thread serves at this moment. */
    public static Optional<HttpExchange> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs a piece of this exchange's work on the calling thread, with {@link #current()} set for its duration. */
    public final void run(Runnable work) {
        HttpExchange outer = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            if (outer == null) {
                // Container threads outlive the application: nothing of ours may stay behind on them.
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Says which handler method runs now, for messages and for what only coroutines may do. */
    public final void invoking(Invocation method) {
        invocation = method;
    }

    /** The handler method that runs now. */
    public final Optional<Invocation> invocation() {
        return Optional.ofNullable(invocation);
    }

    /**
     * Ends the request with 501, since its host lacks the feature: marks the exchange, so that a handler that catches
     * everything changes nothing, and returns the exception for the caller to throw.
     *
     * @param what the thing that was tried, such as {@code IOLoop.current()}
     */
    public final UnsupportedFeatureException refuse(Feature feature, String what) {
        if (refusal == null) {
            String where = invocation == null ? what : invocation.name() + ": " + what;
            refusal = new UnsupportedFeatureException(feature, where);
        }
        return refusal;
    }

    /** Why the request has been refused, if it has. */
    public final Optional<UnsupportedFeatureException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether the request may carry a body, as its head says; one that is announced to be empty counts. */
    public final boolean hasBody() {
        HttpHeaders headers = headers();
        return headers.contains("Content-Length")
                || headers.contains("Transfer-Encoding")
                || headers.contains("Content-Type")
                // HTTP/2 needs neither a length nor a transfer coding.
                || version().startsWith("HTTP/2");
    }

    /**
     * Sends the response's head and the first piece of its body, which may be empty.
     *
     * @throws HttpOutputError if the response has begun already or the body does not fit its Content-Length; nothing
     *     has left then, and another response may be sent
     */
    public final CompletionStage<Void> start(
            int code, String reason, HeaderMap headers, byte[] data, int offset, int length, boolean last) {
        if (state != State.OPEN) {
            throw new HttpOutputError("the response has already begun: its headers were written");
        }
        bodyAllowed = !method().equals("HEAD") && code != 204 && code != 304;
        declaredLength = bodyAllowed ? contentLength(headers) : UNKNOWN;
        writtenLength = 0;
        count(bodyAllowed ? length : 0, last);
        sendHead(code, reason, headers);
        status = code;
        state = last ? State.FINISHED : State.HEADERS_WRITTEN;
        return send(data, offset, bodyAllowed ? length : 0, last);
    }

    /**
     * Sends a further piece of the body.
     *
     * @throws HttpOutputError if there is no response to add to, or the body does not fit its Content-Length; in the
     *     latter case the exchange is aborted
     */
    public final CompletionStage<Void> write(byte[] data, int offset, int length, boolean last) {
        if (state != State.HEADERS_WRITTEN) {
            throw new HttpOutputError(
                    state == State.OPEN ? "the headers come before the body" : "the response has already ended");
        }
        try {
            count(bodyAllowed ? length : 0, last);
        } catch (HttpOutputError wrongLength) {
            abort();
            throw wrongLength;
        }
        if (last) {
            state = State.FINISHED;
        }
        return send(data, offset, bodyAllowed ? length : 0, last);
    }

    /** Gives up: a response that has begun is cut, so that its client does not take it for a whole one. */
    public final void abort() {
        if (state != State.FINISHED && state != State.ABORTED) {
            state = State.ABORTED;
            cut();
        }
    }

    /** The status of the response that has begun; 0 before. */
    public final int status() {
        return status;
    }

    /** Whether the response has begun. */
    public final boolean isStarted() {
        return state != State.OPEN;
    }

    /** Whether the response has ended, whole. */
    public final boolean isFinished() {
        return state == State.FINISHED;
    }

    /** Whether the exchange was given up. */
    public final boolean isAborted() {
        return state == State.ABORTED;
    }

    /** Calls back once if the client leaves before the response has ended. */
    public final void onClose(Runnable callback) {
        closeCallback = callback;
    }

    /** Whether the client has left, as far as the host knows. */
    public final boolean isClosed() {
        return closed;
    }

    /** For hosts: the client has left. */
    protected final void closed() {
        closed = true;
        Runnable callback = closeCallback;
        closeCallback = null;
        if (callback != null && state != State.FINISHED) {
            callback.run();
        }
    }

    private void count(int length, boolean last) {
        if (declaredLength == UNKNOWN) {
            return;
        }
        if (writtenLength + length > declaredLength) {
            throw new HttpOutputError("the body is longer than its Content-Length of " + declaredLength);
        }
        writtenLength += length;
        if (last && writtenLength < declaredLength) {
            throw new HttpOutputError("the body ends " + (declaredLength - writtenLength)
                    + " octets before its Content-Length of " + declaredLength);
        }
    }

    private static long contentLength(HeaderMap headers) {
        String text = headers.get("Content-Length", "");
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        long length = HeaderSyntax.parseLength(text);
        if (length < 0) {
            throw new HttpOutputError("not a Content-Length: \"" + HeaderSyntax.escape(text) + "\"");
        }
        return length;
    }
}
