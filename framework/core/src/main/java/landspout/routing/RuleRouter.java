package landspout.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import landspout.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tries its rules in the order of their definition, the first match wins; Tornado's {@code ReversibleRuleRouter}.
 *
 * <p>Rules for one literal path are found by look-up; only rules of another kind that stand before the one found there
 * are tried, so a thousand literal routes cost what one does.
 */
public final class RuleRouter implements Router {

    /** What a path without special characters leads to, made once. */
    private record Literal(int place, Optional<RouteMatch> match) {}

    private record Tried(int place, Rule rule) {}

    private final List<Rule> rules;
    private final Map<String, Literal> literals = new HashMap<>();
    private final Tried[] others;
    private final Map<String, PathMatches> named = new HashMap<>();

    /**
     * For rules in the order in which they are to be tried.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public RuleRouter(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        List<Tried> tried = new ArrayList<>();
        for (int place = 0; place < this.rules.size(); place++) {
            Rule rule = this.rules.get(place);
            Optional<String> literal = rule.matcher() instanceof PathMatches path ? path.literal() : Optional.empty();
            if (literal.isPresent() && rule.isLeaf()) {
                literals.putIfAbsent(literal.get(), new Literal(place, rule.leafMatch()));
            } else {
                tried.add(new Tried(place, rule));
            }
            remember(rule);
        }
        others = tried.toArray(new Tried[0]);
    }

    private void remember(Rule rule) {
        if (rule.name().isEmpty()) {
            return;
        }
        if (!(rule.matcher() instanceof PathMatches path)) {
            throw new IllegalArgumentException("the rule named " + rule.name() + " has no path to reverse");
        }
        if (named.putIfAbsent(rule.name(), path) != null) {
            throw new IllegalArgumentException("two rules are named " + rule.name() + ": give each its own name");
        }
    }

    @Override
    public Optional<RouteMatch> find(HttpServerRequest request) {
        @Nullable Literal literal = literals.get(request.path());
        int end = literal == null ? rules.size() : literal.place;
        for (Tried other : others) {
            if (other.place > end) {
                break;
            }
            Optional<RouteMatch> match = other.rule.find(request);
            if (match.isPresent()) {
                return match;
            }
        }
        return literal == null ? Optional.empty() : literal.match;
    }

    @Override
    public Optional<String> reverse(String name, Object... arguments) {
        PathMatches path = named.get(name);
        if (path != null) {
            return Optional.of(path.reverse(arguments));
        }
        for (Rule rule : rules) {
            Optional<String> url = rule.router().reverse(name, arguments);
            if (url.isPresent()) {
                return url;
            }
        }
        return Optional.empty();
    }
}
