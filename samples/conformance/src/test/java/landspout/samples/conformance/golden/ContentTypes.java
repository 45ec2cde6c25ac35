package landspout.samples.conformance.golden;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Content types without what does not matter: case, blanks, quotes, order of the parameters, aliases. */
final class ContentTypes {

    private static final Map<String, String> ALIASES = Map.of(
            "text/javascript", "application/javascript",
            "application/x-javascript", "application/javascript",
            "application/x-gzip", "application/gzip");

    private ContentTypes() {}

    static String normalized(String value) {
        String[] parts = value.toLowerCase(Locale.ROOT).split(";");
        TreeSet<String> parameters = new TreeSet<>();
        for (int index = 1; index < parts.length; index++) {
            if (!parts[index].isBlank()) {
                parameters.add(parts[index].strip().replaceFirst("\\s*=\\s*\"?([^\"]*)\"?$", "=$1"));
            }
        }
        StringBuilder normalized = new StringBuilder(essence(value));
        parameters.forEach(parameter -> normalized.append(';').append(parameter));
        return normalized.toString();
    }

    /** Type and subtype alone. */
    static String essence(String value) {
        String type = value.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return ALIASES.getOrDefault(type, type);
    }
}
