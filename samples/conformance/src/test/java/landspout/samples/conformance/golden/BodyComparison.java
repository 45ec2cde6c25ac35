package landspout.samples.conformance.golden;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Compares the body of one answer: error pages by code and reason, JSON by value, everything else byte for byte. */
final class BodyComparison {

    private static final int SHOWN = 120;

    private final Rules rules;
    private final boolean head;
    private final RecordedAnswer recorded;
    private final byte[] body;
    private final String text;
    private final List<String> differences;

    BodyComparison(Rules rules, boolean head, RecordedAnswer recorded, Answer answer, List<String> differences) {
        this.rules = rules;
        this.head = head;
        this.recorded = recorded;
        this.body = decoded(answer);
        this.text = new String(body, StandardCharsets.UTF_8);
        this.differences = differences;
    }

    void compare() {
        checkDisclosure(text, differences);
        for (String text : rules.bodyExcludes()) {
            expect(!this.text.contains(text) || recorded.body().text().contains(text), "no '" + text + "'");
        }
        for (Pattern pattern : rules.bodyMatches()) {
            expect(pattern.matcher(text).find(), "a match of " + pattern);
        }
        if (rules.ignoreBody() || hasNone(recorded, head)) {
            return;
        }
        if (recorded.isErrorPage()) {
            expect(ErrorPhrases.shows(text, recorded.errorPageTitle()), "the error page " + recorded.errorPageTitle());
        } else if (isJson(recorded, head)) {
            Optional<Object> wanted = JsonValues.parse(recorded.body().text(), rules);
            expect(wanted.isPresent() && wanted.equals(JsonValues.parse(text, rules)), "JSON " + wanted.orElse("none"));
        } else if (recorded.body().isLarge()) {
            expect(
                    recorded.body().matches(body),
                    recorded.body().length() + " bytes with SHA-256 "
                            + recorded.body().sha256() + " instead of " + body.length + " bytes");
        } else {
            byte[] wanted = recorded.body().content();
            expect(
                    Arrays.equals(masked(wanted), masked(body)),
                    "'" + shortened(recorded.body().text()) + "'");
        }
    }

    /** The text of internal exceptions of the application must never reach a client. */
    static void checkDisclosure(String text, List<String> differences) {
        if (text.contains("secret detail")) {
            differences.add("discloses an internal error message");
        }
    }

    /** The recorded answer is JSON with a body that can be compared. */
    static boolean isJson(RecordedAnswer recorded, boolean head) {
        String type = recorded.headers().first("content-type").orElse("");
        return ContentTypes.essence(type).startsWith("application/json") && !hasNone(recorded, head);
    }

    /** The body without its gzip coding. */
    static byte[] decoded(Answer answer) {
        if (!answer.headers().first("content-encoding").orElse("").equalsIgnoreCase("gzip")) {
            return answer.body();
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return gzip.readAllBytes();
        } catch (IOException notGzip) {
            return answer.body();
        }
    }

    private static boolean hasNone(RecordedAnswer recorded, boolean head) {
        int status = recorded.status();
        return head || status == 204 || status == 304 || status < 200;
    }

    private byte[] masked(byte[] bytes) {
        String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        return rules.masked(latin1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void expect(boolean fulfilled, String wanted) {
        if (!fulfilled) {
            differences.add("body: wanted " + wanted + ", got '" + shortened(text) + "'");
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
