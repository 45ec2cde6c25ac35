package landspout.escape;

import org.jspecify.annotations.Nullable;

/** HTML's character references. */
final class Html {

    /** {@code thetasym}, and room for zeros before a number; whatever is longer is no reference. */
    private static final int LONGEST_REFERENCE = 32;

    private Html() {}

    static String escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (reference(value.charAt(i)) != null) {
                return escapeFrom(i, value);
            }
        }
        return value;
    }

    private static String escapeFrom(int first, String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16).append(value, 0, first);
        for (int i = first; i < value.length(); i++) {
            char c = value.charAt(i);
            String reference = reference(c);
            if (reference == null) {
                escaped.append(c);
            } else {
                escaped.append(reference);
            }
        }
        return escaped.toString();
    }

    private static @Nullable String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    static String unescape(String value) {
        int ampersand = value.indexOf('&');
        if (ampersand < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        int done = 0;
        while (ampersand >= 0) {
            text.append(value, done, ampersand);
            int semicolon = semicolonAfter(ampersand, value);
            String referenced = semicolon < 0 ? null : referenced(value.substring(ampersand + 1, semicolon));
            if (referenced == null) {
                text.append('&');
                done = ampersand + 1;
            } else {
                text.append(referenced);
                done = semicolon + 1;
            }
            ampersand = value.indexOf('&', done);
        }
        return text.append(value, done, value.length()).toString();
    }

    private static int semicolonAfter(int ampersand, String value) {
        int end = Math.min(value.length(), ampersand + LONGEST_REFERENCE);
        for (int i = ampersand + 1; i < end; i++) {
            if (value.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String referenced(String name) {
        if (!name.startsWith("#")) {
            return HtmlEntities.text(name);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        String digits = name.substring(hexadecimal ? 2 : 1);
        if (digits.startsWith("+") || digits.startsWith("-")) {
            return null;
        }
        int codePoint;
        try {
            codePoint = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        } catch (NumberFormatException e) {
            return null;
        }
        boolean text = Character.isValidCodePoint(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        return text ? Character.toString(codePoint) : null;
    }
}
