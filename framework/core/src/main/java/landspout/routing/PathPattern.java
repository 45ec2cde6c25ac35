package landspout.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A path pattern's text, read once: Python's named groups {@code (?P<name>...)} become plain groups with a name beside
 * them (Java knows no underscore in a group's name), a pattern without any special character becomes a literal, and
 * one that only has simple groups can be reversed.
 */
final class PathPattern {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    /** The whole path, when nothing in the pattern is special. */
    final @Nullable String literal;

    /** What every path that matches begins with. */
    final String prefix;

    final Pattern regex;
    final List<String> names;

    /** The text between the groups, one piece more than there are groups; null when it cannot be told. */
    final @Nullable List<String> pieces;

    final int groups;

    private final String text;
    private final StringBuilder translated = new StringBuilder();
    private final List<String> found = new ArrayList<>();
    private int position;

    PathPattern(String pattern) {
        text = withoutAnchors(pattern);
        translate();
        try {
            regex = Pattern.compile(translated.toString(), Pattern.UNIX_LINES);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("the route " + pattern + " is no regular expression", wrong);
        }
        groups = regex.matcher("").groupCount();
        names = found.size() == groups ? Collections.unmodifiableList(found) : namesOfGroups();
        pieces = pieces();
        literal = groups == 0 && pieces != null ? pieces.get(0) : null;
        prefix = literal != null ? literal : literalPrefix();
    }

    /** The whole path is matched in any case. */
    private static String withoutAnchors(String pattern) {
        int start = pattern.startsWith("^") ? 1 : 0;
        boolean anchored = pattern.endsWith("$") && !pattern.endsWith("\\$");
        return pattern.substring(start, anchored ? pattern.length() - 1 : pattern.length());
    }

    private List<String> namesOfGroups() {
        if (found.isEmpty()) {
            return List.of();
        }
        throw new IllegalArgumentException("the route " + text + " mixes named and unnamed groups: name all of them");
    }

    /** Writes the pattern as Java understands it, one construct at a time. */
    private void translate() {
        boolean inClass = false;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (!inClass && text.startsWith("\\k<", position)) {
                refer(position + 3, '>');
            } else if (c == '\\' && position + 1 < text.length()) {
                take(2);
            } else if (inClass) {
                inClass = c != ']';
                take(1);
            } else if (c == '[') {
                inClass = true;
                take(1);
            } else if (text.startsWith("(?P<", position) || isNamedGroup()) {
                String name = name(text.indexOf('<', position) + 1, '>');
                if (found.contains(name)) {
                    throw new IllegalArgumentException("the route " + text + " has two groups named " + name);
                }
                found.add(name);
                translated.append('(');
            } else if (text.startsWith("(?P=", position)) {
                refer(position + 4, ')');
            } else {
                take(1);
            }
        }
    }

    /** Writes a reference to a named group as one to its number, apart from digits that may follow. */
    private void refer(int start, char end) {
        String name = name(start, end);
        if (!found.contains(name)) {
            throw new IllegalArgumentException("the route " + text + " refers to no group named " + name);
        }
        translated.append("(?:\\").append(found.indexOf(name) + 1).append(')');
    }

    /** The name that begins there; goes on behind its end. */
    private String name(int start, char end) {
        int close = text.indexOf(end, start);
        if (close < 0) {
            throw new IllegalArgumentException("the route " + text + " has a group name without an end");
        }
        String name = text.substring(start, close);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the route " + text + ": \"" + name + "\" is no name of a group");
        }
        position = close + 1;
        return name;
    }

    private boolean isNamedGroup() {
        return text.startsWith("(?<", position)
                && !text.startsWith("(?<=", position)
                && !text.startsWith("(?<!", position);
    }

    private void take(int count) {
        translated.append(text, position, position + count);
        position += count;
    }

    /** The literal text around simple groups, as Tornado's {@code _find_groups} finds it. */
    private @Nullable List<String> pieces() {
        List<String> result = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        String pattern = translated.toString();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '(') {
                int close = pattern.indexOf(')', i);
                boolean nested = close < 0 || pattern.substring(i + 1, close).contains("(");
                boolean optional =
                        close >= 0 && close + 1 < pattern.length() && isQuantifier(pattern.charAt(close + 1));
                if (nested || optional || pattern.startsWith("(?", i)) {
                    return null;
                }
                result.add(piece.toString());
                piece.setLength(0);
                i = close;
            } else if (c == '\\' && i + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(i + 1))) {
                piece.append(pattern.charAt(++i));
            } else if (SPECIAL.indexOf(c) >= 0) {
                return null;
            } else {
                piece.append(c);
            }
        }
        result.add(piece.toString());
        return Collections.unmodifiableList(result);
    }

    private static boolean isQuantifier(char c) {
        return c == '?' || c == '*' || c == '+' || c == '{';
    }

    private String literalPrefix() {
        String pattern = translated.toString();
        if (pattern.indexOf('|') >= 0) {
            return "";
        }
        int end = 0;
        while (end < pattern.length() && SPECIAL.indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        boolean quantified = end < pattern.length() && isQuantifier(pattern.charAt(end));
        return pattern.substring(0, quantified ? Math.max(0, end - 1) : end);
    }
}
