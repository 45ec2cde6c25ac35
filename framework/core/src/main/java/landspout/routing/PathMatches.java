package landspout.routing;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import landspout.escape.Escape;
import landspout.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Matches the whole path below the mount point, undecoded, against a regular expression; Tornado's {@code
 * PathMatches}. Groups may be named as in Python, {@code (?P<name>...)}, or as in Java.
 */
public final class PathMatches implements landspout.routing.Matcher {

    private final String text;
    private final PathPattern pattern;

    /**
     * For a regular expression; a {@code $} at its end is understood.
     *
     * @throws IllegalArgumentException if it is none, mixes named and unnamed groups, or begins with literal text other
     *     than a slash, as no path does
     */
    public PathMatches(String pattern) {
        this.text = pattern;
        this.pattern = new PathPattern(pattern);
        String prefix = this.pattern.prefix;
        if (!prefix.isEmpty() && prefix.charAt(0) != '/') {
            throw new IllegalArgumentException("the route " + pattern + " never matches, since every path begins with a"
                    + " slash: write /" + pattern.substring(pattern.startsWith("^") ? 1 : 0));
        }
    }

    @Override
    public Optional<PathArguments> match(HttpServerRequest request) {
        return match(request.path());
    }

    Optional<PathArguments> match(String path) {
        if (pattern.literal != null) {
            return pattern.literal.equals(path) ? PathArguments.MATCHED_NONE : Optional.empty();
        }
        if (!path.startsWith(pattern.prefix)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return pattern.groups == 0 ? PathArguments.MATCHED_NONE : Optional.of(arguments(matcher));
    }

    private PathArguments arguments(MatchResult matched) {
        @Nullable String[] raw = new String[pattern.groups];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = matched.group(i + 1);
        }
        return PathArguments.decode(raw, pattern.names);
    }

    /** The one path that this matches, when the pattern has nothing special in it. */
    Optional<String> literal() {
        return Optional.ofNullable(pattern.literal);
    }

    /**
     * A path that matches, with these arguments in the place of the groups, percent-encoded as UTF-8.
     *
     * @throws IllegalArgumentException if the pattern has more than literal text and plain groups, or another number of
     *     them
     */
    String reverse(Object... arguments) {
        List<String> pieces = pattern.pieces;
        if (pieces == null) {
            throw new IllegalArgumentException(
                    "the route " + text + " cannot be reversed: it is more than plain groups");
        }
        if (arguments.length != pieces.size() - 1) {
            throw new IllegalArgumentException(
                    "the route " + text + " takes " + (pieces.size() - 1) + " arguments, not " + arguments.length);
        }
        StringBuilder path = new StringBuilder(pieces.get(0));
        for (int i = 0; i < arguments.length; i++) {
            path.append(Escape.pathEscape(String.valueOf(arguments[i]))).append(pieces.get(i + 1));
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
