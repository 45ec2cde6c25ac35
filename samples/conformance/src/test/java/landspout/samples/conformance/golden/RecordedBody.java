package landspout.samples.conformance.golden;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A recorded body, already without its Content-Encoding.
 *
 * @param bytes empty for a large body, of which the length and the digest are kept
 */
record RecordedBody(Optional<byte[]> bytes, int length, String sha256) {

    static RecordedBody of(byte[] bytes) {
        return new RecordedBody(Optional.of(bytes), bytes.length, digest(bytes));
    }

    static RecordedBody digestOnly(int length, String sha256) {
        return new RecordedBody(Optional.empty(), length, sha256);
    }

    boolean isLarge() {
        return bytes.isEmpty();
    }

    /** The bytes of a body that is not large. */
    byte[] content() {
        return bytes.orElseThrow();
    }

    /** The body as text, empty when it is large or not UTF-8. */
    String text() {
        try {
            byte[] content = bytes.orElseGet(() -> new byte[0]);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notText) {
            return "";
        }
    }

    boolean matches(byte[] other) {
        return other.length == length && digest(other).equals(sha256);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
