package landspout.samples.conformance.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Status line and headers of an answer. */
record AnswerHead(int status, String reason, HeaderLines headers) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}) ?(.*)");

    /** Reads the text before the empty line. */
    static AnswerHead parse(String text) {
        String[] lines = text.split("\r\n", -1);
        Matcher statusLine = STATUS_LINE.matcher(lines[0]);
        if (!statusLine.matches()) {
            throw new MalformedAnswer("malformed status line '" + lines[0] + "'");
        }
        List<HeaderLines.Line> headers = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw new MalformedAnswer("malformed header line '" + line + "'");
            }
            headers.add(new HeaderLines.Line(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new AnswerHead(Integer.parseInt(statusLine.group(1)), statusLine.group(2), new HeaderLines(headers));
    }

    /** An interim answer, after which the real one comes. */
    boolean isInterim() {
        return status >= 100 && status < 200 && status != 101;
    }

    /** No body bytes may follow. */
    boolean isBodyless(String method) {
        return method.equals("HEAD") || status == 204 || status == 304;
    }

    boolean isChunked() {
        return headers.first("transfer-encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("chunked");
    }

    OptionalInt contentLength() {
        return headers.first("content-length")
                .map(text -> OptionalInt.of(number(text, 10)))
                .orElse(OptionalInt.empty());
    }

    /** A length or a chunk size. */
    static int number(String text, int radix) {
        try {
            return Integer.parseUnsignedInt(text.strip(), radix);
        } catch (NumberFormatException notPlain) {
            throw new MalformedAnswer("not a number: '" + text + "'");
        }
    }
}
