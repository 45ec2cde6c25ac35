package landspout.http;

import java.util.Locale;
import java.util.Set;

/** The characters of cookies and their quoting, by the rules of Python's {@code http.cookies}. */
final class CookieText {

    private static final String UNESCAPED_PUNCTUATION = " ()/<=>?@[]{}";

    /** Python refuses cookies named as attributes, since old parsers took them for attributes. */
    private static final Set<String> RESERVED_NAMES =
            Set.of("comment", "domain", "expires", "httponly", "max-age", "path", "samesite", "secure", "version");

    private CookieText() {}

    static boolean isName(String text) {
        return !text.isEmpty() && isLegal(text) && !RESERVED_NAMES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isLegal(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Python lets a colon into names and unquoted values, which makes it one more than a token's characters. */
    private static boolean isLegal(char c) {
        return c == ':' || HeaderSyntax.isTokenCharacter(c);
    }

    static String quote(String value) {
        if (!value.isEmpty() && isLegal(value)) {
            return value;
        }
        StringBuilder quoted = new StringBuilder(value.length() + 16).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (isLegal(c) || UNESCAPED_PUNCTUATION.indexOf(c) >= 0) {
                quoted.append(c);
            } else {
                quoted.append('\\').append(digit(c >> 6)).append(digit(c >> 3)).append(digit(c));
            }
        }
        return quoted.append('"').toString();
    }

    private static char digit(int value) {
        return (char) ('0' + (value & 7));
    }

    static String unquote(String value) {
        int last = value.length() - 1;
        if (last < 1 || value.charAt(0) != '"' || value.charAt(last) != '"') {
            return value;
        }
        StringBuilder text = new StringBuilder(last);
        int position = 1;
        while (position < last) {
            char c = value.charAt(position);
            if (c != '\\' || position + 1 == last) {
                text.append(c);
                position++;
            } else if (isOctalEscape(value, position, last)) {
                text.append((char) Integer.parseInt(value, position + 1, position + 4, 8));
                position += 4;
            } else {
                text.append(value.charAt(position + 1));
                position += 2;
            }
        }
        return text.toString();
    }

    private static boolean isOctalEscape(String value, int backslash, int last) {
        return backslash + 3 < last
                && isBetween(value.charAt(backslash + 1), '0', '3')
                && isBetween(value.charAt(backslash + 2), '0', '7')
                && isBetween(value.charAt(backslash + 3), '0', '7');
    }

    private static boolean isBetween(char c, char first, char last) {
        return c >= first && c <= last;
    }
}
