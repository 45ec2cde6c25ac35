package landspout.routing;

import java.util.Optional;
import java.util.regex.Pattern;
import landspout.http.HttpServerRequest;

/** Matches the whole host name, without its port and whatever its case; Tornado's {@code HostMatches}. */
public final class HostMatches implements Matcher {

    private final Pattern pattern;

    /** For a regular expression such as {@code .*\.example\.com}. */
    public HostMatches(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Optional<PathArguments> match(HttpServerRequest request) {
        return pattern.matcher(request.hostName()).matches() ? PathArguments.MATCHED_NONE : Optional.empty();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
