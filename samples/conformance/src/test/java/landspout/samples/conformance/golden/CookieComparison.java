package landspout.samples.conformance.golden;

import java.util.Comparator;
import java.util.List;

/** Compares Set-Cookie lines one by one, in any order. */
final class CookieComparison {

    private static final Comparator<ReceivedCookie> BY_CONTENT = Comparator.comparing(ReceivedCookie::name)
            .thenComparing(ReceivedCookie::value)
            .thenComparing(cookie -> cookie.attributes().toString());

    private CookieComparison() {}

    static void compare(List<String> wantedLines, List<String> gotLines, Rules rules, List<String> differences) {
        List<ReceivedCookie> wanted = parsed(wantedLines, rules);
        List<ReceivedCookie> got = parsed(gotLines, rules);
        if (wanted.size() != got.size()) {
            differences.add("Set-Cookie: wanted " + wantedLines + ", got " + gotLines);
            return;
        }
        for (int index = 0; index < wanted.size(); index++) {
            ReceivedCookie want = wanted.get(index);
            ReceivedCookie have = got.get(index).asVagueAs(want);
            if (!want.equals(have)) {
                differences.add("Set-Cookie: wanted " + want + ", got " + have);
            }
        }
    }

    private static List<ReceivedCookie> parsed(List<String> lines, Rules rules) {
        return lines.stream()
                .map(line -> ReceivedCookie.parse(line, rules))
                .sorted(BY_CONTENT)
                .toList();
    }
}
