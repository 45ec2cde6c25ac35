package landspout.samples.conformance.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges the answer of a host to a case. */
final class Comparison {

    private final Mode mode;
    private final Mount mount;

    Comparison(Mode mode, Mount mount) {
        this.mode = mode;
        this.mount = mount;
    }

    /** What differs from what was recorded; empty when the answer is as good as one of the recordings that count. */
    List<String> differences(GoldenCase goldenCase, Answer answer) {
        List<String> differences = List.of("no recording counts");
        if (mode == Mode.SERVLET && !goldenCase.disabledInServlet().isEmpty()) {
            differences = differencesFromRefusal(goldenCase.disabledInServlet(), answer);
            if (differences.isEmpty() || !goldenCase.disabledOrGolden()) {
                return differences;
            }
        }
        List<RecordedAnswer> recordings = goldenCase.answers(mode);
        for (int index = recordings.size() - 1; index >= 0; index--) {
            differences = differencesFrom(goldenCase, recordings.get(index), answer);
            if (differences.isEmpty()) {
                return differences;
            }
        }
        return differences;
    }

    private List<String> differencesFrom(GoldenCase goldenCase, RecordedAnswer recorded, Answer answer) {
        List<String> differences = new ArrayList<>(one(goldenCase, goldenCase.request(), recorded, answer));
        for (int index = 0; index < goldenCase.more().size(); index++) {
            String request = goldenCase.more().get(index);
            Answer further = index < answer.next().size() ? answer.next().get(index) : Answer.none("no answer");
            for (String difference : one(goldenCase, request, recorded.next().get(index), further)) {
                differences.add("response " + (index + 2) + ": " + difference);
            }
        }
        return differences;
    }

    private List<String> one(GoldenCase goldenCase, String request, RecordedAnswer unmounted, Answer answer) {
        RecordedAnswer recorded = mount.expected(request, unmounted);
        Rules rules = goldenCase.rules();
        List<Integer> accepted = rules.acceptStatus().getOrDefault(mode.key(), List.of());
        if (answer.status() != recorded.status()) {
            return accepted.contains(answer.status())
                    ? List.of()
                    : List.of("status: wanted " + recorded.status() + " " + accepted + ", got " + answer.status() + " "
                            + answer.note());
        }
        if (recorded.status() == 0 || rules.statusOnly()) {
            return List.of();
        }
        boolean head = GoldenCase.method(request).equals("HEAD");
        List<String> differences = new ArrayList<>();
        compareFraming(rules, recorded, answer, differences);
        compareReason(rules, recorded, answer, differences);
        new HeaderComparison(goldenCase, mode, head, recorded, answer, differences).compare();
        new BodyComparison(rules, head, recorded, answer, differences).compare();
        return differences;
    }

    private static void compareFraming(Rules rules, RecordedAnswer recorded, Answer answer, List<String> differences) {
        if (!answer.bodyWhereNoneAllowed().isEmpty() && !recorded.bodyWhereNoneAllowed()) {
            differences.add("bytes after an answer without a body: '" + answer.bodyWhereNoneAllowed() + "'");
        }
        if (answer.truncated() != recorded.truncated() && !rules.mayTruncate()) {
            differences.add(
                    "truncated: wanted " + recorded.truncated() + ", got " + answer.truncated() + " " + answer.note());
        }
    }

    private void compareReason(Rules rules, RecordedAnswer recorded, Answer answer, List<String> differences) {
        BodyComparison.checkDisclosure(answer.reason(), differences);
        if (rules.checkReason() && mode == Mode.NATIVE && !answer.reason().equals(recorded.reason())) {
            differences.add("reason: wanted '" + recorded.reason() + "', got '" + answer.reason() + "'");
        }
    }

    /** Servlet mode, a handler that needs what only the event loop has: a 501 that names the feature. */
    private static List<String> differencesFromRefusal(List<String> features, Answer answer) {
        if (answer.status() != 501) {
            return List.of(
                    "status: wanted 501 naming one of " + features + ", got " + answer.status() + " " + answer.note());
        }
        List<String> differences = new ArrayList<>();
        String type =
                ContentTypes.essence(answer.headers().first("content-type").orElse(""));
        if (!Set.of("text/html", "application/json").contains(type)) {
            differences.add("Content-Type of the 501: wanted HTML or JSON, got '" + type + "'");
        }
        String text = new String(BodyComparison.decoded(answer), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        if (features.stream().noneMatch(text::contains)) {
            differences.add("body of the 501 names none of " + features + ": " + text);
        }
        BodyComparison.checkDisclosure(text, differences);
        return differences;
    }
}
