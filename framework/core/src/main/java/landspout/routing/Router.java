package landspout.routing;

import java.util.Optional;
import landspout.http.HttpServerRequest;

/** Finds the target of a request; Tornado's {@code Router}. */
public interface Router {

    /** The target of this request; empty when no rule matches it. Touches nothing but the request's head. */
    Optional<RouteMatch> find(HttpServerRequest request);

    /**
     * The path that leads to the rule of this name, its groups filled in: Tornado's {@code reverse_url}.
     *
     * @return empty when no rule has the name
     * @throws IllegalArgumentException if the rule's pattern cannot be reversed or has another number of groups
     */
    default Optional<String> reverse(String name, Object... arguments) {
        return Optional.empty();
    }
}
