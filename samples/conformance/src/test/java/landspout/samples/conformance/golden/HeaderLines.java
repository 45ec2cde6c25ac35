package landspout.samples.conformance.golden;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The headers of an answer, line by line in the order sent. */
record HeaderLines(List<Line> lines) {

    static final HeaderLines NONE = new HeaderLines(List.of());

    /** One header line; the name as sent. */
    record Line(String name, String value) {}

    /** The values of a header; the name in lower case. */
    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    /** The names in use, in lower case. */
    TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        lines.forEach(line -> names.add(line.name().toLowerCase(Locale.ROOT)));
        return names;
    }
}
