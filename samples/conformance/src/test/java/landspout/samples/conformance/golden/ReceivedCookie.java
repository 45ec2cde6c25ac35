package landspout.samples.conformance.golden;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Set-Cookie line taken apart.
 *
 * @param value unquoted; a random one as {@code <opaque>}
 * @param attributes by name in lower case; Expires as Unix time, or {@code <past>} and {@code <future>} as recorded
 */
record ReceivedCookie(String name, String value, TreeMap<String, String> attributes) {

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7][0-7])");

    static ReceivedCookie parse(String line, Rules rules) {
        List<String> parts = split(line);
        String name = parts.get(0).split("=", 2)[0];
        String value = unquoted(after(parts.get(0)));
        if (rules.opaqueCookies().contains(name) && !value.isEmpty()) {
            value = "<opaque>";
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            String attribute = before(part).toLowerCase(Locale.ROOT);
            if (!part.isEmpty() && !rules.ignoreCookieAttributes().contains(attribute)) {
                attributes.put(attribute, attributeValue(attribute, after(part)));
            }
        }
        return new ReceivedCookie(name, value, attributes);
    }

    /** The same cookie with its Expires as vague as a recorded one. */
    ReceivedCookie asVagueAs(ReceivedCookie recorded) {
        String expires = attributes.getOrDefault("expires", "");
        if (!recorded.attributes().getOrDefault("expires", "").startsWith("<") || !expires.matches("\\d+")) {
            return this;
        }
        boolean past = Long.parseLong(expires) < Instant.now().getEpochSecond();
        TreeMap<String, String> vague = new TreeMap<>(attributes);
        vague.put("expires", past ? "<past>" : "<future>");
        return new ReceivedCookie(name, value, vague);
    }

    private static String attributeValue(String attribute, String value) {
        if (attribute.equals("expires") && !value.startsWith("<")) {
            return unixTime(value);
        }
        boolean caseless = attribute.equals("domain") || attribute.equals("samesite");
        return caseless ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static String unixTime(String date) {
        try {
            return String.valueOf(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.replace('-', ' ')))
                    .getEpochSecond());
        } catch (DateTimeException unreadable) {
            return "unparsable " + date;
        }
    }

    /** Splits at semicolons outside double quotes. */
    private static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (char character : line.toCharArray()) {
            if (character == ';' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
                continue;
            }
            quoted ^= character == '"' && !escaped;
            escaped = quoted && !escaped && character == '\\';
            part.append(character);
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        String decoded = OCTAL.matcher(inner)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 8))));
        return decoded.replaceAll("\\\\(.)", "$1");
    }

    private static String before(String pair) {
        return pair.split("=", 2)[0].strip();
    }

    private static String after(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? "" : pair.substring(equals + 1).strip();
    }
}
