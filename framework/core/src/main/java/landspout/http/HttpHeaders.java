package landspout.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The header fields of one request or response: Tornado's {@code HTTPHeaders}, read only.
 *
 * <p>Names are compared without regard to case (RFC 9110, 5.1). A field that came several times keeps its values
 * apart; {@link #get(String)} joins them on demand.
 *
 * <pre>{@code
 * String agent = request().headers().get("User-Agent", "none");
 * }</pre>
 */
public interface HttpHeaders {

    /**
     * The values of a field in the order in which they came; empty when it is absent.
     *
     * @param name the field's name, in any case
     */
    List<String> getList(String name);

    /** The names of all fields, each once, spelled as they came. */
    Set<String> names();

    /** Whether the field is there at all, an empty value included. */
    default boolean contains(String name) {
        return !getList(name).isEmpty();
    }

    /**
     * The value of a field; repeated values joined with a comma, as Tornado does.
     *
     * @param name the field's name, in any case
     * @param fallback what to return when the field is absent
     */
    default String get(String name, String fallback) {
        List<String> values = getList(name);
        return switch (values.size()) {
            case 0 -> fallback;
            case 1 -> values.get(0);
            default -> String.join(",", values);
        };
    }

    /** The value of a field, repeated values joined with a comma; empty when it is absent. */
    default Optional<String> get(String name) {
        List<String> values = getList(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }
}
