package landspout.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Values that carry a signature and the time it was made: Tornado's {@code create_signed_value} and
 * {@code decode_signed_value}. What one of the two frameworks signs the other reads.
 *
 * <p>A signed value can be read by anybody; it cannot be made or changed without the secret.
 */
public final class SignedValues {

    /** How old a value may be: 31 days. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(31);

    /** Versions of the format from this one on are read unless said otherwise: 1. */
    public static final int DEFAULT_MIN_VERSION = 1;

    private static final int LATEST_VERSION = 2;
    private static final int LARGEST_VERSION_DIGITS = 3;

    /** Far more seconds than there will be, and few enough for {@link Instant}. */
    private static final int MAXIMUM_TIMESTAMP_DIGITS = 15;

    private static final Duration CLOCK_SKEW_OF_VERSION_1 = Duration.ofDays(31);

    private SignedValues() {}

    /** {@link #create(SigningKeys, String, byte[], int, Clock)} of text as UTF-8, in version 2, now. */
    public static String create(SigningKeys keys, String name, String value) {
        return create(keys, name, value.getBytes(StandardCharsets.UTF_8), LATEST_VERSION, Clock.systemUTC());
    }

    /**
     * Signs a value.
     *
     * @param name what the value is for, such as the cookie's name; it can be read under this name only
     * @param version 2, or 1 for readers older than Tornado 3.2.1 (HMAC-SHA1; not with numbered keys)
     * @param clock gives the timestamp, in whole seconds
     * @throws IllegalArgumentException for another version, or version 1 with numbered keys
     */
    public static String create(SigningKeys keys, String name, byte[] value, int version, Clock clock) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String base64 = Base64.getEncoder().encodeToString(value);
        if (version == 1) {
            if (keys.numbered()) {
                throw new IllegalArgumentException("signed values of version 1 have no key version: use version 2");
            }
            byte[] signature = signatureOfVersion1(keys.currentSecret(), name, base64, timestamp);
            return base64 + "|" + timestamp + "|" + text(signature);
        }
        if (version != LATEST_VERSION) {
            throw new IllegalArgumentException("no signed value version " + version + ": there are 1 and 2");
        }
        String signed = "2|" + field(Integer.toString(keys.current())) + field(timestamp) + field(name) + field(base64);
        return signed + text(signature("HmacSHA256", keys.currentSecret(), utf8(signed)));
    }

    private static String field(String content) {
        return utf8(content).length + ":" + content + "|";
    }

    /**
     * {@link #decode(SigningKeys, String, String, Duration, int, Clock)} of either version, at most
     * {@link #DEFAULT_MAX_AGE} old.
     */
    public static Optional<byte[]> decode(SigningKeys keys, String name, String value) {
        return decode(keys, name, value, DEFAULT_MAX_AGE, DEFAULT_MIN_VERSION, Clock.systemUTC());
    }

    /**
     * Verifies and reads a signed value.
     *
     * @param maxAge how old it may be
     * @param minVersion 1, or 2 to refuse the older format
     * @return the value; empty when it was not signed with these keys under this name, is too old, or is malformed in
     *     whatever way
     * @throws IllegalArgumentException when minVersion is above 2, as nothing could be read
     */
    public static Optional<byte[]> decode(
            SigningKeys keys, String name, String value, Duration maxAge, int minVersion, Clock clock) {
        if (minVersion > LATEST_VERSION) {
            throw new IllegalArgumentException("no signed value version " + minVersion + ": there are 1 and 2");
        }
        byte[] text = utf8(value);
        int version = version(text);
        if (version < minVersion) {
            return Optional.empty();
        }
        return switch (version) {
            case 1 -> decodeVersion1(keys, name, text, maxAge, clock.instant());
            case 2 -> decodeVersion2(keys, name, text, maxAge, clock.instant());
            default -> Optional.empty();
        };
    }

    /**
     * The key version that a signed value claims, unverified: Tornado's {@code get_signature_key_version}.
     *
     * @return empty for version 1, which has none, and for malformed values
     */
    public static OptionalInt keyVersion(String value) {
        byte[] text = utf8(value);
        if (version(text) < 2) {
            return OptionalInt.empty();
        }
        return SignedFields.parse(text)
                .map(fields -> OptionalInt.of(fields.keyVersion()))
                .orElseGet(OptionalInt::empty);
    }

    /** Version 1 begins with Base64, which can look like a number of at least four digits. */
    private static int version(byte[] text) {
        int bar = indexOfBar(text, 0);
        if (bar == text.length || text[0] == '0') {
            return 1;
        }
        long version = Decimal.parse(text, 0, bar, LARGEST_VERSION_DIGITS);
        return version < 0 ? 1 : (int) version;
    }

    private static Optional<byte[]> decodeVersion1(
            SigningKeys keys, String name, byte[] text, Duration maxAge, Instant now) {
        int first = indexOfBar(text, 0);
        int second = indexOfBar(text, first + 1);
        boolean threeParts = second < text.length && indexOfBar(text, second + 1) == text.length;
        if (keys.numbered() || !threeParts) {
            return Optional.empty();
        }
        byte[] base64 = Arrays.copyOf(text, first);
        byte[] timestamp = Arrays.copyOfRange(text, first + 1, second);
        byte[] signature = Arrays.copyOfRange(text, second + 1, text.length);
        if (!MessageDigest.isEqual(
                signature, signatureOfVersion1(keys.currentSecret(), utf8(name), base64, timestamp))) {
            return Optional.empty();
        }
        // Nothing parts the value from the timestamp in what was signed, so digits could have been moved between them:
        // a timestamp in the future, or with a leading zero, betrays that.
        long seconds = Decimal.parse(timestamp, 0, timestamp.length, MAXIMUM_TIMESTAMP_DIGITS);
        if (seconds < 0 || timestamp[0] == '0' || isOlder(seconds, maxAge, now)) {
            return Optional.empty();
        }
        boolean future = Duration.between(now, Instant.ofEpochSecond(seconds)).compareTo(CLOCK_SKEW_OF_VERSION_1) > 0;
        return future ? Optional.empty() : base64(base64);
    }

    private static Optional<byte[]> decodeVersion2(
            SigningKeys keys, String name, byte[] text, Duration maxAge, Instant now) {
        Optional<SignedFields> parsed = SignedFields.parse(text);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        SignedFields fields = parsed.get();
        Optional<byte[]> secret = keys.secret(fields.keyVersion());
        if (secret.isEmpty()
                || !MessageDigest.isEqual(fields.signature(), signature("HmacSHA256", secret.get(), fields.signed()))) {
            return Optional.empty();
        }
        byte[] timestamp = fields.timestamp();
        long seconds = Decimal.parse(timestamp, 0, timestamp.length, MAXIMUM_TIMESTAMP_DIGITS);
        if (!Arrays.equals(fields.name(), utf8(name)) || seconds < 0 || isOlder(seconds, maxAge, now)) {
            return Optional.empty();
        }
        return base64(fields.value());
    }

    private static boolean isOlder(long timestamp, Duration maxAge, Instant now) {
        return Duration.between(Instant.ofEpochSecond(timestamp), now).compareTo(maxAge) > 0;
    }

    private static Optional<byte[]> base64(byte[] value) {
        try {
            return Optional.of(Base64.getDecoder().decode(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] signatureOfVersion1(byte[] secret, String name, String base64, String timestamp) {
        return signatureOfVersion1(secret, utf8(name), utf8(base64), utf8(timestamp));
    }

    private static byte[] signatureOfVersion1(byte[] secret, byte[] name, byte[] base64, byte[] timestamp) {
        return signature("HmacSHA1", secret, name, base64, timestamp);
    }

    /** In hexadecimal digits. */
    private static byte[] signature(String algorithm, byte[] secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return utf8(HexFormat.of().formatHex(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm, e);
        }
    }

    private static int indexOfBar(byte[] text, int start) {
        int position = start;
        while (position < text.length && text[position] != '|') {
            position++;
        }
        return position;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
