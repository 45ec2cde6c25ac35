package landspout.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A header such as {@code form-data; name="a"; filename*=UTF-8''b}, taken apart in one pass: Tornado's
 * {@code _parse_header} with the extended names of RFC 2231 and RFC 5987, which win over plain ones. Of parameters with
 * the same name the last wins.
 *
 * <p>In a quoted string only {@code \\} and {@code \"} are escapes, since browsers of old send {@code "C:\file"}.
 */
final class HeaderParameters {

    /** Digits of a continuation number ({@code filename*12}); longer ones are no continuation. */
    private static final int LONGEST_NUMBER = 4;

    private final String value;
    private final Map<String, String> parameters;

    private HeaderParameters(String value, Map<String, String> parameters) {
        this.value = value;
        this.parameters = parameters;
    }

    static HeaderParameters parse(String line) {
        Map<String, String> parameters = new HashMap<>();
        Map<String, TreeMap<Integer, Segment>> extended = new HashMap<>();
        int start = endOfPiece(line, 0);
        String value = line.substring(0, start).strip();
        while (start < line.length()) {
            int end = endOfPiece(line, start + 1);
            String piece = line.substring(start + 1, end);
            int equals = piece.indexOf('=');
            if (equals >= 0) {
                String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String text = unquoted(piece.substring(equals + 1).strip());
                int star = name.indexOf('*');
                Segment segment = star > 0 ? Segment.of(name, star, text) : Segment.NONE;
                if (segment.number < 0) {
                    parameters.put(name, text);
                } else {
                    extended.computeIfAbsent(name.substring(0, star), any -> new TreeMap<>())
                            .put(segment.number, segment);
                }
            }
            start = end;
        }
        extended.forEach((name, segments) -> parameters.put(name, joined(segments)));
        return new HeaderParameters(value, parameters);
    }

    /** What stands before the first semicolon, stripped. */
    String value() {
        return value;
    }

    /** A parameter by its lower-case name; the empty text if it is not there. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static int endOfPiece(String line, int start) {
        boolean quoted = false;
        for (int i = start; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ';' && !quoted) {
                return i;
            } else if (character == '\\' && quoted && isEscape(line, i)) {
                i++;
            }
        }
        return line.length();
    }

    private static boolean isEscape(String text, int backslash) {
        int next = backslash + 1;
        return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '\\');
    }

    private static String unquoted(String text) {
        int last = text.length() - 1;
        if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') {
            return text;
        }
        String inside = text.substring(1, last);
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        StringBuilder unescaped = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            if (inside.charAt(i) == '\\' && isEscape(inside, i)) {
                i++;
            }
            unescaped.append(inside.charAt(i));
        }
        return unescaped.toString();
    }

    private static String joined(Map<Integer, Segment> segments) {
        StringBuilder text = new StringBuilder();
        boolean encoded = false;
        for (Segment segment : segments.values()) {
            text.append(segment.encoded ? percentDecoded(segment.text) : segment.text);
            encoded |= segment.encoded;
        }
        return encoded ? withoutCharset(text.toString()) : text.toString();
    }

    /** {@code charset'language'octets} as text. */
    private static String withoutCharset(String text) {
        int first = text.indexOf('\'');
        int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
        if (second < 0) {
            return text;
        }
        String octets = text.substring(second + 1);
        boolean utf8 = text.substring(0, first).equalsIgnoreCase("utf-8");
        // Any other charset is read as ISO-8859-1: the client must not make us look for one.
        return utf8 && octets.chars().allMatch(character -> character <= 0xFF)
                ? new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : octets;
    }

    /** Escapes become chars of one octet each. */
    private static String percentDecoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%' && i + 2 < text.length()) {
                int high = HexDigit.value(text.charAt(i + 1));
                int low = HexDigit.value(text.charAt(i + 2));
                if (high >= 0 && low >= 0) {
                    character = (char) (high << 4 | low);
                    i += 2;
                }
            }
            decoded.append(character);
        }
        return decoded.toString();
    }

    /** One piece of an extended parameter: {@code name*}, {@code name*1} or {@code name*1*}. */
    private record Segment(int number, boolean encoded, String text) {

        static final Segment NONE = new Segment(-1, false, "");

        static Segment of(String name, int star, String text) {
            boolean encoded = name.endsWith("*");
            int end = encoded ? name.length() - 1 : name.length();
            int number = 0;
            if (end > star) {
                number = number(name, star + 1, end);
            }
            return number < 0 ? NONE : new Segment(number, encoded, text);
        }

        private static int number(String name, int start, int end) {
            if (start == end || end - start > LONGEST_NUMBER) {
                return -1;
            }
            int number = 0;
            for (int i = start; i < end; i++) {
                int digit = name.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = number * 10 + digit;
            }
            return number;
        }
    }
}
