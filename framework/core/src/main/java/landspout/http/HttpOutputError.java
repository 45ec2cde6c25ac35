package landspout.http;

/** The application answered in a way that cannot be sent; Tornado's {@code HTTPOutputError}. */
public final class HttpOutputError extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** With a message for the log. */
    public HttpOutputError(String message) {
        super(message);
    }
}
