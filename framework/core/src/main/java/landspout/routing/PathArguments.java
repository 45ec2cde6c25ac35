package landspout.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import landspout.escape.Escape;
import landspout.http.HexDigit;
import landspout.http.HttpInputError;
import org.jspecify.annotations.Nullable;

/**
 * What the groups of a path pattern matched, percent-decoded as UTF-8; a plus stays a plus, a broken escape stays as it
 * is.
 *
 * <p>As in Tornado, a pattern with named groups has named arguments only.
 */
public final class PathArguments {

    /** Of a pattern without groups. */
    public static final PathArguments NONE = new PathArguments(new String[0], List.of());

    static final Optional<PathArguments> MATCHED_NONE = Optional.of(NONE);

    private final @Nullable String[] values;
    private final List<String> names;

    private PathArguments(@Nullable String[] values, List<String> names) {
        this.values = values;
        this.names = names;
    }

    /**
     * Of raw groups, which become the arguments; each octet is a character, and a group that did not take part is null.
     *
     * @param names the groups' names in the same order, or empty when they are positional
     * @throws HttpInputError 400 if a group is not UTF-8 once its escapes are undone
     */
    static PathArguments decode(@Nullable String[] raw, List<String> names) {
        for (int i = 0; i < raw.length; i++) {
            String group = raw[i];
            raw[i] = group == null ? null : decode(group);
        }
        return new PathArguments(raw, names);
    }

    /** The positional arguments; empty for a group that did not take part. */
    public List<Optional<String>> positional() {
        if (!names.isEmpty()) {
            return List.of();
        }
        List<Optional<String>> arguments = new ArrayList<>(values.length);
        for (@Nullable String value : values) {
            arguments.add(Optional.ofNullable(value));
        }
        return Collections.unmodifiableList(arguments);
    }

    /** The named arguments in the order of their groups; empty for a group that did not take part. */
    public Map<String, Optional<String>> named() {
        Map<String, Optional<String>> arguments = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            arguments.put(names.get(i), Optional.ofNullable(values[i]));
        }
        return Collections.unmodifiableMap(arguments);
    }

    /**
     * The argument at a place, counted from 0; empty if its group did not take part.
     *
     * @throws IndexOutOfBoundsException if the pattern has no such group
     */
    public Optional<String> at(int index) {
        if (!names.isEmpty() || index >= values.length) {
            throw new IndexOutOfBoundsException("the route's pattern has no positional group " + index);
        }
        return Optional.ofNullable(values[index]);
    }

    /**
     * The argument of a named group; empty if its group did not take part.
     *
     * @throws IllegalArgumentException if the pattern has no such group
     */
    public Optional<String> named(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("the route's pattern has no group named " + name);
        }
        return Optional.ofNullable(values[index]);
    }

    private static String decode(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        byte[] octets = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int escaped = c == '%' ? HexDigit.escapedOctet(raw, i) : -1;
            if (escaped >= 0) {
                octets[length++] = (byte) escaped;
                i += 2;
            } else {
                octets[length++] = (byte) c;
            }
        }
        try {
            return Escape.toUnicode(Arrays.copyOf(octets, length));
        } catch (IllegalArgumentException notUtf8) {
            throw HttpInputError.badRequest("a path argument is not UTF-8: " + raw);
        }
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
