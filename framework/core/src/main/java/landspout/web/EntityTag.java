package landspout.web;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;

/** Entity tags (RFC 9110, 8.8.3). */
final class EntityTag {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private EntityTag() {}

    /**
     * A strong tag of these octets. The digest is fast, not cryptographic: it tells two answers to one address apart,
     * and who could forge a collision writes both of them.
     */
    static String of(byte[] data, int length) {
        HashValue128 hash = Hashing.xxh3_128().hashBytesTo128Bits(data, 0, length);
        byte[] text = new byte[34];
        text[0] = '"';
        text[33] = '"';
        write(hash.getMostSignificantBits(), text, 1);
        write(hash.getLeastSignificantBits(), text, 17);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void write(long value, byte[] text, int at) {
        for (int i = 0; i < 16; i++) {
            text[at + i] = DIGITS[(int) (value >>> (60 - 4 * i)) & 15];
        }
    }

    /**
     * Whether an If-None-Match header names the tag, by weak comparison (RFC 9110, 13.1.2): a star first of all names
     * every one. What is no tag is passed over.
     */
    static boolean matches(String ifNoneMatch, String tag) {
        String wanted = opaque(tag);
        boolean first = true;
        int at = 0;
        while (at < ifNoneMatch.length()) {
            char c = ifNoneMatch.charAt(at);
            if (c == '*') {
                if (first) {
                    return true;
                }
                at++;
            } else if (c == '"') {
                int end = ifNoneMatch.indexOf('"', at + 1);
                if (end < 0) {
                    return false;
                }
                if (ifNoneMatch.regionMatches(at, wanted, 0, wanted.length()) && end - at + 1 == wanted.length()) {
                    return true;
                }
                first = false;
                at = end + 1;
            } else {
                at++;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
