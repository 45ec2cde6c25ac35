package landspout.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a request: names in the order they came, each with its values in the order they came. Tornado's
 * {@code request.arguments}.
 *
 * <p>In a query or a urlencoded form a name is its octets, each one a character, as in Tornado; {@link #values} finds it
 * by its text too. Values are the octets after percent decoding, not yet text. The collections cannot be changed; the arrays are not
 * copied, so leave them as they are.
 *
 * <pre>{@code
 * Arguments arguments = Arguments.parseQuery("a=1&a=2", RequestLimits.DEFAULTS.maxFields());
 * arguments.values("a").size(); // 2
 * arguments.values("b").size(); // 0
 * }</pre>
 */
public final class Arguments {

    /** No arguments at all. */
    public static final Arguments EMPTY = new Arguments(Map.of());

    private final Map<String, List<byte[]>> values;

    private Arguments(Map<String, List<byte[]>> values) {
        this.values = values;
    }

    /**
     * Parses the query of a request target. Only {@code &} separates, {@code +} is a space, a name without {@code =}
     * has the empty value, an empty name counts, an empty piece does not, and a percent sign without two hexadecimal
     * digits stands for itself.
     *
     * @param rawQuery what follows the question mark, undecoded; each char is one octet
     * @param maxFields how many pieces are allowed
     * @throws HttpInputError (400) if there are more, or if a char is no octet
     */
    public static Arguments parseQuery(String rawQuery, int maxFields) {
        if (rawQuery.isEmpty()) {
            return EMPTY;
        }
        for (int i = 0; i < rawQuery.length(); i++) {
            if (rawQuery.charAt(i) > 0xFF) {
                // Cutting it down to eight bits would let U+0126 pass for an ampersand.
                throw HttpInputError.badRequest("The query holds a character that is no octet");
            }
        }
        return parseForm(rawQuery.getBytes(StandardCharsets.ISO_8859_1), maxFields);
    }

    /**
     * Parses an {@code application/x-www-form-urlencoded} body, by the rules of {@link #parseQuery}.
     *
     * @throws HttpInputError (400) if there are more than {@code maxFields} pieces
     */
    public static Arguments parseForm(byte[] body, int maxFields) {
        return body.length == 0 ? EMPTY : new UrlEncodedParser(body, maxFields).parse();
    }

    /** The names, in the order of their first appearance. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The values of a name, given as text; empty if there is none. */
    public List<byte[]> values(String name) {
        List<byte[]> found = values.getOrDefault(name, List.of());
        String octets = octets(name);
        if (octets.equals(name) || !values.containsKey(octets)) {
            return found;
        }
        List<byte[]> all = new ArrayList<>(values.get(octets));
        all.addAll(found);
        return Collections.unmodifiableList(all);
    }

    /** The octets of a name in UTF-8, each one a character: how urlencoded names are kept. */
    private static String octets(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return name;
    }

    /** Whether there is no argument. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** All of them. */
    public Map<String, List<byte[]>> asMap() {
        return values;
    }

    /** These arguments, then the others: for a name in both, these values come first. */
    public Arguments plus(Arguments others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        Builder both = new Builder();
        both.addAll(this);
        both.addAll(others);
        return both.build();
    }

    /** Gathers arguments; of no more use once built. */
    static final class Builder {

        private final Map<String, List<byte[]>> values = new LinkedHashMap<>();

        void add(String name, byte[] value) {
            List<byte[]> present = values.get(name);
            if (present == null) {
                values.put(name, List.of(value));
            } else if (present instanceof ArrayList) {
                present.add(value);
            } else {
                List<byte[]> more = new ArrayList<>(present);
                more.add(value);
                values.put(name, more);
            }
        }

        void addAll(Arguments arguments) {
            arguments.values.forEach((name, all) -> all.forEach(value -> add(name, value)));
        }

        Arguments build() {
            if (values.isEmpty()) {
                return EMPTY;
            }
            for (Map.Entry<String, List<byte[]>> entry : values.entrySet()) {
                if (entry.getValue() instanceof ArrayList) {
                    entry.setValue(Collections.unmodifiableList(entry.getValue()));
                }
            }
            return new Arguments(Collections.unmodifiableMap(values));
        }
    }
}
