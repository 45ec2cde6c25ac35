package landspout.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The token that cookie and request must share. Its text comes in two versions: 1 is the token in hexadecimal digits, 2
 * is {@code 2|<mask>|<token under the mask>|<timestamp>}. The mask is another one each time, so that compression of an
 * answer cannot reveal the token (the BREACH attack).
 */
final class XsrfToken {

    static final int DEFAULT_VERSION = 2;

    private static final int TOKEN_LENGTH = 16;
    private static final int MASK_LENGTH = 4;
    private static final int MAXIMUM_TIMESTAMP_DIGITS = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] token;
    private final long timestamp;

    private XsrfToken(byte[] token, long timestamp) {
        this.token = token;
        this.timestamp = timestamp;
    }

    static XsrfToken generate(Clock clock) {
        return new XsrfToken(random(TOKEN_LENGTH), clock.instant().getEpochSecond());
    }

    /**
     * Reads either version.
     *
     * @param clock dates tokens of version 1, which carry no timestamp
     * @return empty for whatever is malformed: that is no token
     */
    static Optional<XsrfToken> decode(String text, Clock clock) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return token(hexadecimal(text), clock.instant().getEpochSecond());
        }
        String[] parts = text.split("\\|", 5);
        if (parts.length != 4 || !parts[0].equals("2")) {
            return Optional.empty();
        }
        byte[] mask = hexadecimal(parts[1]);
        byte[] digits = parts[3].getBytes(StandardCharsets.UTF_8);
        long timestamp = Decimal.parse(digits, 0, digits.length, MAXIMUM_TIMESTAMP_DIGITS);
        if (mask.length != MASK_LENGTH || timestamp < 0) {
            return Optional.empty();
        }
        return token(masked(hexadecimal(parts[2]), mask), timestamp);
    }

    private static Optional<XsrfToken> token(byte[] token, long timestamp) {
        return token.length == 0 ? Optional.empty() : Optional.of(new XsrfToken(token, timestamp));
    }

    /** Empty for what is not hexadecimal. */
    private static byte[] hexadecimal(String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * The text for a cookie, a form field or a header; version 2 differs from call to call.
     *
     * @throws IllegalArgumentException for a version other than 1 and 2
     */
    String encode(int version) {
        HexFormat hexadecimal = HexFormat.of();
        return switch (version) {
            case 1 -> hexadecimal.formatHex(token);
            case 2 -> {
                byte[] mask = random(MASK_LENGTH);
                yield "2|" + hexadecimal.formatHex(mask) + "|" + hexadecimal.formatHex(masked(token, mask)) + "|"
                        + timestamp;
            }
            default -> throw new IllegalArgumentException("no xsrf_cookie_version " + version + ": there are 1 and 2");
        };
    }

    /** In a time that does not depend on where they differ. */
    boolean matches(XsrfToken other) {
        return MessageDigest.isEqual(token, other.token);
    }

    private static byte[] masked(byte[] octets, byte[] mask) {
        byte[] result = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            result[i] = (byte) (octets[i] ^ mask[i % mask.length]);
        }
        return result;
    }

    private static byte[] random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }
}
