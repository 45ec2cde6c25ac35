package landspout.samples.conformance.golden;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the headers of one answer: those listed here and X-*, each in its own way; the others are free. */
final class HeaderComparison {

    private static final List<String> COMPARED = List.of(
            "content-type",
            "location",
            "set-cookie",
            "allow",
            "vary",
            "etag",
            "cache-control",
            "last-modified",
            "expires",
            "content-range",
            "accept-ranges",
            "content-length",
            "content-encoding",
            "content-language",
            "www-authenticate",
            "upgrade",
            "sec-websocket-accept",
            "sec-websocket-protocol",
            "sec-websocket-version");

    /** What a container may add on its own. */
    private static final Set<String> NOT_COMPARED =
            Set.of("x-powered-by", "x-content-type-options", "x-frame-options", "x-xss-protection");

    private final Rules rules;
    private final Mode mode;
    private final boolean head;
    private final RecordedAnswer recorded;
    private final Answer answer;
    private final List<String> differences;

    HeaderComparison(
            GoldenCase goldenCase,
            Mode mode,
            boolean head,
            RecordedAnswer recorded,
            Answer answer,
            List<String> differences) {
        this.rules = goldenCase.rules();
        this.mode = mode;
        this.head = head;
        this.recorded = recorded;
        this.answer = answer;
        this.differences = differences;
    }

    void compare() {
        List<String> names = new ArrayList<>(COMPARED);
        names.addAll(extensionNames());
        for (String name : names) {
            if (!rules.ignoreHeaders().contains(name)) {
                compare(name, recorded.headers().values(name), answer.headers().values(name));
            }
        }
    }

    private TreeSet<String> extensionNames() {
        TreeSet<String> names = recorded.headers().names();
        names.addAll(answer.headers().names());
        names.removeIf(name -> !name.startsWith("x-") || NOT_COMPARED.contains(name));
        return names;
    }

    private void compare(String name, List<String> wanted, List<String> got) {
        switch (name) {
            case "content-type" -> compareContentType(wanted, got);
            case "content-length" -> compareContentLength(wanted, got);
            case "set-cookie" -> CookieComparison.compare(wanted, got, rules, differences);
            case "vary", "allow", "cache-control" ->
                expect(name, wanted, got, tokens(wanted).equals(tokens(got)));
            case "etag" -> expect(name, wanted, got, sameTag(wanted, got));
            case "last-modified", "expires" -> expect(name, wanted, got, bothDatesOrNone(wanted, got));
            case "upgrade", "content-encoding" ->
                expect(name, wanted, got, lowerCase(wanted).equals(lowerCase(got)));
            default -> expect(name, wanted, got, String.join(", ", wanted).equals(String.join(", ", got)));
        }
    }

    private void expect(String name, List<String> wanted, List<String> got, boolean same) {
        if (!same) {
            differences.add(name + ": wanted " + wanted + ", got " + got);
        }
    }

    private void compareContentType(List<String> wanted, List<String> got) {
        if (hasNoContent()) {
            return;
        }
        Optional<String> wantedType = wanted.stream().findFirst().map(ContentTypes::normalized);
        Optional<String> gotType = got.stream().findFirst().map(ContentTypes::normalized);
        expect("content-type", wanted, got, got.size() <= 1 && wantedType.equals(gotType));
    }

    private void compareContentLength(List<String> wanted, List<String> got) {
        if (hasNoContent()) {
            boolean free = recorded.status() != 204 || mode != Mode.NATIVE || got.isEmpty() || !wanted.isEmpty();
            expect("content-length of a 204", wanted, got, free || got.equals(List.of("0")));
            return;
        }
        boolean coded = !answer.headers().values("transfer-encoding").isEmpty();
        if (got.isEmpty()) {
            boolean mayBeMissing = head || (coded && mode == Mode.SERVLET);
            expect("content-length", wanted, got, wanted.isEmpty() || mayBeMissing);
            return;
        }
        expect("content-length", wanted, got, got.size() == 1);
        expect("content-length together with transfer-encoding", wanted, got, !coded);
        expect("content-length", wanted, got, wanted.isEmpty() || lengthIsFree() || wanted.equals(got));
    }

    /** Where the bytes of the body are free, its length is too; the client has checked that it is consistent. */
    private boolean lengthIsFree() {
        return recorded.isErrorPage()
                || BodyComparison.isJson(recorded, head)
                || !recorded.headers().values("content-encoding").isEmpty()
                || (head && rules.headLengthFree());
    }

    private boolean hasNoContent() {
        return recorded.status() == 204 || recorded.status() == 304 || recorded.status() < 200;
    }

    private static TreeSet<String> tokens(List<String> values) {
        TreeSet<String> tokens = new TreeSet<>();
        for (String value : values) {
            Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(tokens::add);
        }
        return tokens;
    }

    private static List<String> lowerCase(List<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean sameTag(List<String> wanted, List<String> got) {
        if (wanted.isEmpty() || got.isEmpty()) {
            return wanted.isEmpty() == got.isEmpty();
        }
        return EntityTag.parse(got.get(0)).isAsGoodAs(EntityTag.parse(wanted.get(0)));
    }

    private static boolean bothDatesOrNone(List<String> wanted, List<String> got) {
        return wanted.isEmpty() == got.isEmpty() && (got.isEmpty() || isDate(got.get(0)));
    }

    private static boolean isDate(String text) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
