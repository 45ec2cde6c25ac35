package landspout.samples.conformance.golden;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What Tornado answered.
 *
 * @param status 0 when it closed the connection without an answer
 */
record RecordedAnswer(
        int status,
        String reason,
        HeaderLines headers,
        RecordedBody body,
        boolean truncated,
        boolean bodyWhereNoneAllowed,
        List<RecordedAnswer> next) {

    private static final Pattern ERROR_PAGE = Pattern.compile("<html><title>(\\d{3}: .*)</title>");

    /** Tornado's stock error page, of which only code and reason are compared. */
    boolean isErrorPage() {
        return status >= 400 && ERROR_PAGE.matcher(body.text()).find();
    }

    /** The text {@code <code>: <reason>} of a stock error page. */
    String errorPageTitle() {
        return ERROR_PAGE
                .matcher(body.text())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** The same answer with its header values and its body rewritten. */
    RecordedAnswer rewritten(UnaryOperator<HeaderLines.Line> line, UnaryOperator<RecordedBody> rewriteBody) {
        HeaderLines rewrittenHeaders =
                new HeaderLines(headers.lines().stream().map(line).toList());
        return new RecordedAnswer(
                status, reason, rewrittenHeaders, rewriteBody.apply(body), truncated, bodyWhereNoneAllowed, next);
    }
}
