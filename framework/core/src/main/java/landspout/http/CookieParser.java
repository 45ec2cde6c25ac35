package landspout.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the {@code Cookie} request header as Tornado does (RFC 6265 section 5.4, Python's quoting). */
public final class CookieParser {

    /** How many cookies are read unless something else is said; browsers keep fewer than 200 for a site. */
    public static final int DEFAULT_MAXIMUM = 1000;

    private CookieParser() {}

    /**
     * The cookies of a header value, in order of first appearance; a later one of the same name wins. Values in double
     * quotes are unquoted. Pieces that are no cookie (no {@code =}, no name, a name that is no token) are skipped
     * without harm to the others, and so is everything behind the last cookie that may be.
     *
     * @param maximum how many cookies are read
     * @param header one character per byte, as headers are read (ISO-8859-1)
     * @return an unmodifiable map; never fails, whatever the header
     */
    public static Map<String, String> parse(String header, int maximum) {
        Map<String, String> cookies = new LinkedHashMap<>();
        int start = 0;
        while (start < header.length() && cookies.size() < maximum) {
            int end = indexOf(';', header, start, header.length());
            int equals = indexOf('=', header, start, end);
            if (equals < end) {
                String name = trimmed(header, start, equals);
                if (CookieText.isName(name)) {
                    cookies.put(name, CookieText.unquote(trimmed(header, equals + 1, end)));
                }
            }
            start = end + 1;
        }
        return Collections.unmodifiableMap(cookies);
    }

    /** {@code end} when there is none: Java 17's {@code indexOf} would look beyond it, which is quadratic. */
    private static int indexOf(char wanted, String text, int start, int end) {
        int position = start;
        while (position < end && text.charAt(position) != wanted) {
            position++;
        }
        return position;
    }

    private static String trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && text.charAt(first) <= ' ') {
            first++;
        }
        while (first < last && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return text.substring(first, last);
    }
}
