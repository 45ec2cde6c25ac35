package landspout.routing;

import java.util.Optional;
import landspout.http.HttpServerRequest;

/** Decides whether a rule is for a request; Tornado's {@code Matcher}. */
public interface Matcher {

    /** What the groups matched when the rule is for this request; empty when it is not. */
    Optional<PathArguments> match(HttpServerRequest request);

    /** A matcher that takes every request; Tornado's {@code AnyMatches}. */
    static Matcher any() {
        return request -> PathArguments.MATCHED_NONE;
    }
}
