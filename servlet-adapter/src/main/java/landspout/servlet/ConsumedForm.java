package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A urlencoded form that is gone from the stream, written anew from the container's parameters. */
final class ConsumedForm {

    private ConsumedForm() {}

    /** The form's octets; those values that came in the query, which containers put first, are left out. */
    static byte[] octets(HttpServletRequest request) {
        boolean mayBeMisread = request.getCharacterEncoding() == null;
        Map<String, Integer> inQuery = count(request.getQueryString());
        StringBuilder form = new StringBuilder();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String[] values = parameter.getValue();
            for (int i = inQuery.getOrDefault(parameter.getKey(), 0); i < values.length; i++) {
                form.append(form.isEmpty() ? "" : "&")
                        .append(encode(parameter.getKey(), mayBeMisread))
                        .append('=')
                        .append(encode(values[i], mayBeMisread));
            }
        }
        return form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Most containers take a form for ISO-8859-1 where the client does not say; what it sent was UTF-8, as always. */
    private static String encode(String text, boolean mayBeMisread) {
        if (mayBeMisread && StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            try {
                ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
                String reread =
                        StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
                return URLEncoder.encode(reread, StandardCharsets.UTF_8);
            } catch (CharacterCodingException notMisread) {
                return URLEncoder.encode(text, StandardCharsets.UTF_8);
            }
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
