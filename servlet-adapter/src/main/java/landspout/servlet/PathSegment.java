package landspout.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One segment of a path, between its encoded and its decoded spelling (RFC 3986, 3.3). */
final class PathSegment {

    /** What may stand in a segment as it is; no semicolon, which would begin a parameter. */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PathSegment() {}

    /** The segment's decoded name, without its {@code ;parameters}. */
    static String name(String segment) {
        int parameters = segment.indexOf(';');
        return decode(parameters < 0 ? segment : segment.substring(0, parameters));
    }

    /** Decodes a name; one that cannot be decoded comes back as it is. */
    static String decode(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(name.length());
        int start = 0;
        for (int percent = name.indexOf('%'); percent >= 0; percent = name.indexOf('%', start)) {
            if (percent + 2 >= name.length()
                    || !HexFormat.isHexDigit(name.charAt(percent + 1))
                    || !HexFormat.isHexDigit(name.charAt(percent + 2))) {
                return name;
            }
            octets.writeBytes(name.substring(start, percent).getBytes(StandardCharsets.UTF_8));
            octets.write(HexFormat.fromHexDigits(name, percent + 1, percent + 3));
            start = percent + 3;
        }
        octets.writeBytes(name.substring(start).getBytes(StandardCharsets.UTF_8));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return name;
        }
    }

    /** Encodes a segment for use in a link, a Location or a cookie's path. */
    static String encode(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
