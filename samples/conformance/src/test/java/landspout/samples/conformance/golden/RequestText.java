package landspout.samples.conformance.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request taken apart.
 *
 * @param headers values by name in lower case
 */
record RequestText(String method, String target, Map<String, List<String>> headers, String body) {

    static RequestText parse(String request) {
        int headEnd = request.indexOf("\r\n\r\n");
        String[] lines = request.substring(0, headEnd).split("\r\n");
        String[] requestLine = lines[0].split(" ");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, absent -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new RequestText(requestLine[0], requestLine[1], headers, request.substring(headEnd + 4));
    }

    boolean has(String header) {
        return headers.containsKey(header);
    }
}
