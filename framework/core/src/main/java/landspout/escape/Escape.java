package landspout.escape;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tornado's {@code escape}: HTML, URLs, JSON.
 *
 * <pre>{@code
 * Escape.xhtmlEscape("a < b")               // "a &lt; b"
 * Escape.urlEscape("a b&c")                 // "a+b%26c"
 * Escape.jsonEncode(Map.of("a", List.of(1))) // {"a":[1]}
 * }</pre>
 *
 * <p>Every method takes time in proportion to its input and may be called from any thread.
 */
public final class Escape {

    private Escape() {}

    /** Makes text fit for HTML and XML, between tags and in quoted attributes: {@code & < > " '} become references. */
    public static String xhtmlEscape(String value) {
        return Html.escape(value);
    }

    /**
     * Turns character references back into text: numeric ones and the 252 names of HTML 4. What is no known reference
     * stays as it is.
     */
    public static String xhtmlUnescape(String value) {
        return Html.unescape(value);
    }

    /** {@link #urlEscape(String, boolean)} for a query: a blank becomes {@code +}. */
    public static String urlEscape(String value) {
        return urlEscape(value, true);
    }

    /** Percent-encodes octets for a query, whatever they are: what was decoded from a query becomes it again. */
    public static String urlEscape(byte[] octets) {
        return Percent.encode(octets, true);
    }

    /**
     * Percent-encodes text as UTF-8; letters, digits and {@code _ . - ~} stay.
     *
     * @param plus true for a query or form value: a blank becomes {@code +} and a slash {@code %2F} (Python's
     *     {@code quote_plus}); false for a path: a blank becomes {@code %20} and slashes stay (Python's {@code quote})
     */
    public static String urlEscape(String value, boolean plus) {
        return Percent.encode(value, plus);
    }

    /** {@link #urlEscape(String, boolean)} for a path: slashes stay. What {@code reverseUrl} uses. */
    public static String pathEscape(String value) {
        return urlEscape(value, false);
    }

    /** {@link #urlUnescape(String, boolean)} for a query: {@code +} becomes a blank. */
    public static String urlUnescape(String value) {
        return urlUnescape(value, true);
    }

    /**
     * Decodes percent-encoded UTF-8. A percent sign that two hexadecimal digits do not follow stays as it is.
     *
     * @param plus whether {@code +} means a blank
     * @throws IllegalArgumentException when the result is not UTF-8 (Tornado puts in U+FFFD, which hides the fault)
     */
    public static String urlUnescape(String value, boolean plus) {
        return Percent.decode(value, plus);
    }

    /**
     * The JSON of a value: null, booleans, numbers, strings, maps, collections, arrays, records, beans, dates (ISO
     * 8601). It is ASCII, and {@code </} is written {@code <\/}, so it may stand in a script element. NaN and infinity,
     * which JSON lacks, become strings.
     *
     * @throws JsonException when the value has no JSON form, for instance a list that contains itself
     */
    public static String jsonEncode(@Nullable Object value) {
        return Json.encodeToString(value);
    }

    /** {@link #jsonEncode} as bytes (ASCII). */
    public static byte[] jsonEncodeToBytes(@Nullable Object value) {
        return Json.encode(value);
    }

    /**
     * Reads JSON: objects are {@code LinkedHashMap} (the last of equal names wins), arrays {@code ArrayList}, whole
     * numbers {@code Integer}, {@code Long} or {@code BigInteger}, fractions {@code Double} ({@code BigDecimal} beyond
     * its range), besides {@code String}, {@code Boolean} and null.
     *
     * <p>At most 500 levels deep, numbers of at most 1000 digits; NaN and Infinity are refused.
     *
     * @throws JsonException when the text is not JSON or beyond these limits
     */
    public static @Nullable Object jsonDecode(String text) {
        return Json.decode(text);
    }

    /**
     * {@link #jsonDecode(String)} of UTF-8.
     *
     * @throws JsonException when the bytes are not UTF-8, not JSON, or beyond the limits
     */
    public static @Nullable Object jsonDecode(byte[] utf8) {
        String text;
        try {
            text = Utf8.decode(utf8);
        } catch (IllegalArgumentException e) {
            throw new JsonException("not JSON: not UTF-8", e);
        }
        return Json.decode(text);
    }

    /** Runs of blanks and control characters become one blank; none is left at the ends. */
    public static String squeeze(String value) {
        StringBuilder squeezed = new StringBuilder(value.length());
        boolean gap = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ') {
                gap = !squeezed.isEmpty();
                continue;
            }
            if (gap) {
                squeezed.append(' ');
                gap = false;
            }
            squeezed.append(c);
        }
        return squeezed.toString();
    }

    /** {@link #linkify(String, String, boolean)} without extra attributes, {@code www.} addresses included. */
    public static String linkify(String text) {
        return linkify(text, "", false);
    }

    /**
     * Escapes plain text for HTML and makes links of the http and https addresses in it.
     *
     * @param extraParams attributes for every link, trusted and put in as they are, such as {@code rel="nofollow"}
     * @param requireProtocol whether addresses that only begin with {@code www.} stay text
     */
    public static String linkify(String text, String extraParams, boolean requireProtocol) {
        return new Linkifier(Html.escape(text), extraParams, requireProtocol).linkify();
    }

    /** Text as UTF-8. Half a surrogate pair becomes a question mark. */
    public static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * UTF-8 as text.
     *
     * @throws IllegalArgumentException when the bytes are not UTF-8
     */
    public static String toUnicode(byte[] value) {
        return Utf8.decode(value);
    }
}
