package landspout.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import landspout.escape.Escape;

/** Argument values as handlers see them: Tornado's {@code decode_argument} and what {@code get_argument} adds. */
final class ArgumentText {

    private ArgumentText() {}

    static List<String> all(List<byte[]> values, String name, Strip strip) {
        List<String> texts = new ArrayList<>(values.size());
        for (byte[] value : values) {
            texts.add(of(value, name, strip));
        }
        return texts;
    }

    /**
     * The value as text: control characters become blanks, and white space around it goes if asked.
     *
     * @throws HttpError 400 if it is not UTF-8
     */
    static String of(byte[] value, String name, Strip strip) {
        String text = withoutControls(decode(value, name));
        return strip == Strip.YES ? strip(text) : text;
    }

    private static String decode(byte[] value, String name) {
        for (byte octet : value) {
            if (octet < 0) {
                return decodeStrictly(value, name);
            }
        }
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    private static String decodeStrictly(byte[] value, String name) {
        try {
            return Escape.toUnicode(value);
        } catch (IllegalArgumentException notUtf8) {
            throw new HttpError(400, "Invalid unicode in " + name);
        }
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                char[] characters = text.toCharArray();
                for (int k = i; k < characters.length; k++) {
                    characters[k] = isControl(characters[k]) ? ' ' : characters[k];
                }
                return new String(characters);
            }
        }
        return text;
    }

    private static boolean isControl(char c) {
        return c < 0x20 && (c < 0x09 || c > 0x0d);
    }

    /** What Python calls white space, which is more than Java does. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }
}
