package landspout.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a {@code multipart/form-data} body while its octets arrive, in any split. Keeps the headers of the
 * part at hand and positions, nothing of the content.
 *
 * <p>It takes the bodies that Tornado 6.5 and RFC 2046 read alike and refuses the rest: text before the first boundary,
 * a boundary that does not begin a line, a second closing boundary. The epilogue is ignored.
 */
final class MultipartScanner {

    private enum Phase {
        PREAMBLE,
        HEADERS,
        CONTENT,
        EPILOGUE
    }

    private static final int LINE_END = 2;

    private final RequestLimits limits;
    private final BoundaryMatcher matcher;
    private final List<MultipartPart> parts = new ArrayList<>();

    private Phase phase = Phase.PREAMBLE;
    private int state = BoundaryMatcher.START;
    private byte previous;

    /** Position of the next octet. */
    private long position;

    /** Position after the last CRLF. */
    private long lineStart;

    /** Position where the headers or the content of the part at hand begin. */
    private long start;

    /** The last position that the content at hand and its delimiter may reach. */
    private long last = Long.MAX_VALUE;

    private byte[] headers = new byte[512];
    private int headerLength;
    private @Nullable PartHeaders current;

    private int delimiters;
    private long fieldOctets;

    /**
     * Makes a scanner at the begin of a body.
     *
     * @throws HttpInputError (400) if the boundary is none
     */
    MultipartScanner(RequestLimits limits, String boundary) {
        this.limits = limits;
        this.matcher = new BoundaryMatcher(boundary);
    }

    /**
     * Takes the next octets. Of no more use after it has failed.
     *
     * @throws HttpInputError at the first fault: 400, or 413 where the fields are too large
     */
    void scan(byte[] buffer, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int next = endOfPlain(buffer, i, end);
            if (next > i) {
                previous = buffer[next - 1];
                position += next - i;
                i = next;
                requireRoom(position - 1);
            } else {
                take(buffer[i++]);
            }
        }
    }

    /**
     * The body is complete.
     *
     * @throws HttpInputError (400) if the form is not
     */
    void end() {
        if (phase != Phase.EPILOGUE) {
            throw HttpInputError.badRequest("multipart/form-data without a final boundary");
        }
    }

    /** The parts, in the order they came. */
    List<MultipartPart> parts() {
        return parts;
    }

    /** Skips what cannot begin a boundary or end a line. */
    private int endOfPlain(byte[] buffer, int start, int end) {
        int i = start;
        if (state == BoundaryMatcher.START && (phase == Phase.CONTENT || phase == Phase.EPILOGUE)) {
            while (i < end && buffer[i] != '-' && buffer[i] != '\n') {
                i++;
            }
        }
        return i;
    }

    private void take(byte octet) {
        requireRoom(position);
        state = matcher.next(state, octet);
        boolean endsLine = octet == '\n' && previous == '\r';
        if (phase == Phase.HEADERS) {
            collect(octet);
        }
        if (matcher.isOpened(state)) {
            opened();
        } else if (matcher.isClosed(state)) {
            closed();
        } else if (phase == Phase.HEADERS && endsLine && position + 1 - lineStart == LINE_END) {
            endOfHeaders();
        } else if (phase == Phase.PREAMBLE && position + 1 == matcher.length()) {
            throw HttpInputError.badRequest("multipart/form-data does not begin with its boundary");
        }
        position++;
        if (endsLine) {
            lineStart = position;
        }
        previous = octet;
    }

    private void requireRoom(long taken) {
        if (taken > last) {
            throw HttpInputError.tooLarge("The fields of a form exceed " + limits.maxFormSize() + " octets");
        }
    }

    private void collect(byte octet) {
        // The CRLF CRLF at the end does not count, as in Tornado.
        if (headerLength == limits.maxPartHeaderSize() + 2 * LINE_END) {
            throw HttpInputError.badRequest("The headers of a part exceed " + limits.maxPartHeaderSize() + " octets");
        }
        if (headerLength == headers.length) {
            headers = Arrays.copyOf(headers, 2 * headerLength);
        }
        headers[headerLength++] = octet;
    }

    private void endOfHeaders() {
        if (headerLength < 2 * LINE_END) {
            throw HttpInputError.badRequest("A part of the form has no headers");
        }
        PartHeaders part = new PartHeaders(headers, headerLength - 2 * LINE_END);
        current = part;
        phase = Phase.CONTENT;
        start = position + 1;
        if (part.filename().isEmpty()) {
            last = start + limits.maxFormSize() - fieldOctets + LINE_END + matcher.length() - 1;
        }
    }

    private void opened() {
        if (phase == Phase.EPILOGUE) {
            return;
        }
        endOfPart();
        if (++delimiters > limits.maxParts()) {
            throw HttpInputError.badRequest("multipart/form-data with more than " + limits.maxParts() + " parts");
        }
        phase = Phase.HEADERS;
        start = position + 1;
        headerLength = 0;
    }

    private void closed() {
        if (phase == Phase.EPILOGUE) {
            // Tornado would take the last one for the end, RFC 2046 the first.
            throw HttpInputError.badRequest("multipart/form-data with a second final boundary");
        }
        endOfPart();
        phase = Phase.EPILOGUE;
    }

    private void endOfPart() {
        long delimiter = position + 1 - matcher.length();
        if (phase == Phase.HEADERS && delimiter != start) {
            throw HttpInputError.badRequest("A part of the form has no end of its headers");
        }
        if (phase == Phase.CONTENT && delimiter != lineStart) {
            throw HttpInputError.badRequest("A boundary of the form does not begin a line");
        }
        PartHeaders part = current;
        if (part != null) {
            // Right behind the headers their own line end serves as the one before the boundary.
            long length = Math.max(0, delimiter - LINE_END - start);
            parts.add(new MultipartPart(part.name(), part.filename(), part.contentType(), start, length));
            fieldOctets += part.filename().isEmpty() ? length : 0;
            current = null;
            last = Long.MAX_VALUE;
        }
    }
}
