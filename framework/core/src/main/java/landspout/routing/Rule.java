package landspout.routing;

import java.util.Optional;
import landspout.http.HttpServerRequest;

/**
 * Leads the requests that a matcher takes to a target, or onwards to a router; Tornado's {@code Rule}.
 *
 * @param matcher decides which requests
 * @param router finds the target among them
 * @param name for {@code reverseUrl}; empty for none
 */
public record Rule(Matcher matcher, Router router, String name) {

    /** A rule without a name that leads to a router; when that finds nothing, the next rule is tried. */
    public static Rule of(Matcher matcher, Router router) {
        return new Rule(matcher, router, "");
    }

    /** A rule that leads to one target. */
    public static Rule of(Matcher matcher, RequestTarget target, String name) {
        return new Rule(matcher, new Leaf(target), name);
    }

    Optional<RouteMatch> find(HttpServerRequest request) {
        Optional<PathArguments> arguments = matcher.match(request);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return router instanceof Leaf leaf
                ? Optional.of(new RouteMatch(leaf.target, arguments.get()))
                : router.find(request);
    }

    boolean isLeaf() {
        return router instanceof Leaf;
    }

    /** The match of a rule whose pattern has no groups, always the same. */
    Optional<RouteMatch> leafMatch() {
        return router instanceof Leaf leaf
                ? Optional.of(new RouteMatch(leaf.target, PathArguments.NONE))
                : Optional.empty();
    }

    /** Ends the search. */
    private record Leaf(RequestTarget target) implements Router {
        @Override
        public Optional<RouteMatch> find(HttpServerRequest request) {
            return Optional.of(new RouteMatch(target, PathArguments.NONE));
        }
    }
}
