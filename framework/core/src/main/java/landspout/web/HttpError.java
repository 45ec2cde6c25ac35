package landspout.web;

import java.util.Optional;
import landspout.http.HeaderSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with an error page; Tornado's {@code HTTPError}.
 *
 * <pre>{@code
 * throw new HttpError(403, "user " + user + " may not see " + document);
 * throw new HttpError(409).withReason("Already Booked");
 * }</pre>
 *
 * <p>It carries no stack trace, since it is an answer and no fault.
 */
public class HttpError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private @Nullable String reason;

    /** With the standard reason phrase. */
    public HttpError(int status) {
        this(status, "");
    }

    /**
     * With a message for the log, which the client does not see.
     *
     * @param status 200 to 999; anything else is answered with 500
     */
    public HttpError(int status, String logMessage) {
        super(logMessage, null, false, false);
        this.status = status;
    }

    /** The same error with this reason phrase; what is no plain phrase becomes {@code Unknown}. */
    public HttpError withReason(String phrase) {
        reason = phrase;
        return this;
    }

    /** The status to answer with. */
    public int status() {
        return status;
    }

    /** The reason phrase, where it is not the standard one. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The message for the log; may be empty. */
    public String logMessage() {
        return HeaderSyntax.escape(String.valueOf(getMessage()));
    }
}
