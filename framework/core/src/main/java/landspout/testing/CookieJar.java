package landspout.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import landspout.http.HttpDates;
import landspout.http.HttpHeaders;

/** The cookies of one client by name; paths and domains are of no account in memory. */
final class CookieJar {

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Takes what an answer sets, and drops what it deletes. */
    void take(HttpHeaders answer) {
        for (String line : answer.getList("Set-Cookie")) {
            String[] parts = line.split(";");
            int equals = parts[0].indexOf('=');
            String name = parts[0].substring(0, Math.max(0, equals)).strip();
            if (isDeleted(parts)) {
                cookies.remove(name);
            } else {
                cookies.put(name, parts[0].substring(equals + 1).strip());
            }
        }
    }

    private static boolean isDeleted(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            String lower = attribute.toLowerCase(Locale.ROOT);
            if (lower.startsWith("expires=")) {
                Optional<Instant> end = HttpDates.parse(attribute.substring("expires=".length()));
                if (end.isPresent() && end.get().isBefore(Instant.now())) {
                    return true;
                }
            } else if (lower.equals("max-age=0") || lower.startsWith("max-age=-")) {
                return true;
            }
        }
        return false;
    }

    /** The value as it was sent; empty if there is none. */
    String value(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** The value of the {@code Cookie} field; empty without cookies. */
    String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
