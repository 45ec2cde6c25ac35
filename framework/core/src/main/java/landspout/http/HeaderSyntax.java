package landspout.http;

/** What may stand in a header field: RFC 9110, 5.1 and 5.5, and RFC 9112, 4 for the reason phrase. */
public final class HeaderSyntax {

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '0'; c <= '9'; c++) {
            TOKEN[c] = true;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            TOKEN[c] = true;
            TOKEN[c + 32] = true;
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            TOKEN[c] = true;
        }
    }

    private HeaderSyntax() {}

    /** Whether the text is a token: a method, a field name, a cookie's name. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isTokenCharacter(char c) {
        return c < 128 && TOKEN[c];
    }

    /** Whether the text may stand in a field value or a reason phrase: tab, 20 to 7E, 80 to FF. */
    public static boolean isFieldValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 ? c != '\t' : c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** A Content-Length's value, 1 to 18 digits and nothing else; -1 when it is not one. */
    public static long parseLength(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            length = length * 10 + (c - '0');
        }
        return length;
    }

    static void checkName(String name) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("not a header name: \"" + escape(name) + "\"");
        }
    }

    static void checkValue(String name, String value) {
        if (!isFieldValue(value)) {
            throw new IllegalArgumentException(
                    "the header " + name + " may hold tab, 20 to 7E and 80 to FF only, not \"" + escape(value) + "\"");
        }
    }

    /**
     * The text with everything that is not printable ASCII written as {@code \\uXXXX}, cut at 200 characters: fit for
     * a log line, which must stay one line.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 200); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f) {
                escaped.append(c);
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.length() > 200 ? escaped.append("...").toString() : escaped.toString();
    }
}
