package landspout.samples.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How requests ended, by a token that they bring. Any thread may use it; the oldest are forgotten. */
final class Outcomes {

    private static final int CAPACITY = 10_000;

    private record Outcome(String token, int status) {}

    private final Set<Outcome> outcomes = new LinkedHashSet<>();

    synchronized void remember(String token, int status) {
        outcomes.add(new Outcome(token, status));
        if (outcomes.size() > CAPACITY) {
            outcomes.remove(outcomes.iterator().next());
        }
    }

    synchronized List<Integer> statuses(String token) {
        return outcomes.stream()
                .filter(outcome -> outcome.token.equals(token))
                .map(Outcome::status)
                .sorted()
                .toList();
    }
}
