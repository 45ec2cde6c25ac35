package landspout.http;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the client sent cannot be taken: malformed (400), too slow (408) or too large (413). Tornado's {@code HTTPInputError}.
 *
 * <p>The message is for the log, never for the client. It is safe to log even where it quotes the client: everything
 * that is not printable ASCII is escaped, and a long text is cut.
 */
public final class HttpInputError extends RuntimeException {

    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_CHAIN = 8;

    private final int status;

    private HttpInputError(int status, String message) {
        super(printable(message));
        this.status = status;
    }

    /** The request is malformed: status 400. */
    public static HttpInputError badRequest(String message) {
        return new HttpInputError(400, message);
    }

    /** The request is larger than a limit allows: status 413. */
    public static HttpInputError tooLarge(String message) {
        return new HttpInputError(413, message);
    }

    /** The rest of the body does not come: status 408 if the client has kept its host waiting too long, else 400. */
    public static HttpInputError brokenOff(Exception cause) {
        return new HttpInputError(isTimeout(cause) ? 408 : 400, "the body broke off: " + cause);
    }

    private static boolean isTimeout(Exception failure) {
        @Nullable Throwable cause = failure;
        // Jetty wraps its own in an IOException, Tomcat throws that of the socket; no chain of causes is longer.
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The status to answer with: 400, 408 or 413. */
    public int status() {
        return status;
    }

    static String printable(String text) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), LONGEST_MESSAGE) + 16);
        for (int i = 0; i < text.length(); i++) {
            if (printable.length() >= LONGEST_MESSAGE) {
                return printable.append("...").toString();
            }
            char character = text.charAt(i);
            if (character >= 0x20 && character < 0x7F && character != '\\') {
                printable.append(character);
            } else {
                printable.append(String.format("\\u%04x", (int) character));
            }
        }
        return printable.toString();
    }
}
