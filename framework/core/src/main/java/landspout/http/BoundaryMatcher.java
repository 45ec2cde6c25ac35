package landspout.http;

import java.nio.charset.StandardCharsets;

/**
 * Finds {@code --boundary CRLF} and {@code --boundary--} in octets that come one by one: the automaton of Knuth, Morris
 * and Pratt, with one more branch for the CRLF. Time is linear whatever the octets are.
 *
 * <p>The matcher itself holds no position, only the table; the caller keeps the state.
 */
final class BoundaryMatcher {

    /** Nothing matched yet. */
    static final int START = 0;

    private static final int LONGEST_BOUNDARY = 256;

    /** {@code --boundary--}. */
    private final byte[] closing;

    /** For each number of octets matched: how many of them are the start of another match. */
    private final int[] fallback;

    private final int afterBoundary;
    private final int closed;
    private final int carriageReturn;
    private final int opened;

    /**
     * Makes the table.
     *
     * @throws HttpInputError (400) if this is no boundary
     */
    BoundaryMatcher(String boundary) {
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw HttpInputError.badRequest("multipart/form-data without a usable boundary");
        }
        for (int i = 0; i < boundary.length(); i++) {
            if (boundary.charAt(i) < 0x20 || boundary.charAt(i) > 0x7E) {
                throw HttpInputError.badRequest("multipart/form-data with a boundary that is not ASCII");
            }
        }
        closing = ("--" + boundary + "--").getBytes(StandardCharsets.US_ASCII);
        afterBoundary = closing.length - 2;
        closed = closing.length;
        carriageReturn = closing.length + 1;
        opened = closing.length + 2;
        fallback = new int[closing.length + 1];
        for (int i = 1, matched = 0; i < closing.length; i++) {
            while (matched > 0 && closing[matched] != closing[i]) {
                matched = fallback[matched];
            }
            if (closing[matched] == closing[i]) {
                matched++;
            }
            fallback[i + 1] = matched;
        }
    }

    /** The state after one more octet. */
    int next(int state, byte octet) {
        if (state == carriageReturn && octet == '\n') {
            return opened;
        }
        // A boundary holds no CR and no LF, so that no match goes on behind one.
        int matched = state > closed ? START : state;
        while (true) {
            if (matched == afterBoundary && octet == '\r') {
                return carriageReturn;
            }
            if (matched < closing.length && closing[matched] == octet) {
                return matched + 1;
            }
            if (matched == START) {
                return START;
            }
            matched = fallback[matched];
        }
    }

    /** Whether the octet just taken ends {@code --boundary CRLF}. */
    boolean isOpened(int state) {
        return state == opened;
    }

    /** Whether the octet just taken ends {@code --boundary--}. */
    boolean isClosed(int state) {
        return state == closed;
    }

    /** Octets of either delimiter. */
    int length() {
        return closing.length;
    }
}
