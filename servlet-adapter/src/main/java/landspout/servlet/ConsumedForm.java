package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A urlencoded form that is gone from the stream, written anew from the container's parameters. */
final class ConsumedForm {

    private ConsumedForm() {}

    /** The form's octets; those values that came in the query, which containers put first, are left out. */
    static byte[] octets(HttpServletRequest request) {
        Map<String, Integer> inQuery = count(request.getQueryString());
        StringBuilder form = new StringBuilder();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String[] values = parameter.getValue();
            for (int i = inQuery.getOrDefault(parameter.getKey(), 0); i < values.length; i++) {
                form.append(form.isEmpty() ? "" : "&")
                        .append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(values[i], StandardCharsets.UTF_8));
            }
        }
        return form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Integer> count(@Nullable String query) {
        Map<String, Integer> counts = new HashMap<>();
        if (query == null) {
            return counts;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String decode(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
