package landspout.escape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent-encoding by the rules of Python's {@code quote} and {@code quote_plus}. */
final class Percent {

    private static final char[] HEXADECIMAL = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    static String encode(String value, boolean plus) {
        int plain = 0;
        while (plain < value.length() && staysAsItIs(value.charAt(plain), plus)) {
            plain++;
        }
        if (plain == value.length()) {
            return value;
        }
        return encode(value.getBytes(StandardCharsets.UTF_8), plus);
    }

    static String encode(byte[] octets, boolean plus) {
        StringBuilder encoded = new StringBuilder(octets.length + 16);
        for (byte octet : octets) {
            char c = (char) (octet & 0xFF);
            if (staysAsItIs(c, plus)) {
                encoded.append(c);
            } else if (c == ' ' && plus) {
                encoded.append('+');
            } else {
                encoded.append('%').append(HEXADECIMAL[c >> 4]).append(HEXADECIMAL[c & 15]);
            }
        }
        return encoded.toString();
    }

    private static boolean staysAsItIs(char c, boolean plus) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '/' && !plus;
    }

    static String decode(String value, boolean plus) {
        if (value.indexOf('%') < 0) {
            return plus ? value.replace('+', ' ') : value;
        }
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < octets.length; i++) {
            byte octet = octets[i];
            if (octet == '+' && plus) {
                octet = ' ';
            } else if (octet == '%' && i + 2 < octets.length) {
                int high = Character.digit(octets[i + 1], 16);
                int low = Character.digit(octets[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    octet = (byte) (high << 4 | low);
                    i += 2;
                }
            }
            octets[length++] = octet;
        }
        return Utf8.decode(Arrays.copyOf(octets, length));
    }
}
