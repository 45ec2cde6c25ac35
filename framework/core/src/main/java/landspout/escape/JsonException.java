package landspout.escape;

/**
 * A text is not JSON, goes beyond a limit, or a value has no JSON form.
 *
 * <p>The message tells the operator where; it may quote the input, so it does not belong in an answer.
 */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
