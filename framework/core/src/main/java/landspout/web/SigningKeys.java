package landspout.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that sign cookies: Tornado's settings {@code cookie_secret} and {@code key_version}.
 *
 * <p>Several numbered secrets allow a change of secret: new values are signed with the current one, values signed with
 * any of them are read.
 *
 * <pre>{@code
 * SigningKeys.of(System.getenv("COOKIE_SECRET"))
 * SigningKeys.of(Map.of(1, oldSecret, 2, newSecret), 2)
 * }</pre>
 */
public final class SigningKeys {

    private final Map<Integer, byte[]> secrets;
    private final int current;
    private final boolean numbered;

    private SigningKeys(Map<Integer, byte[]> secrets, int current, boolean numbered) {
        this.secrets = secrets;
        this.current = current;
        this.numbered = numbered;
    }

    /**
     * One secret without a number.
     *
     * @param secret null only where it is missing, as from {@code System.getenv}
     * @throws IllegalArgumentException when it is missing or empty
     */
    public static SigningKeys of(@Nullable String secret) {
        return new SigningKeys(Map.of(0, octets(secret, "the cookie secret")), 0, false);
    }

    /**
     * Numbered secrets.
     *
     * @param secrets by key version, which is 0 or more
     * @param current the version that signs
     * @throws IllegalArgumentException when a secret is missing or empty, a version negative, or the current one not among them
     */
    public static SigningKeys of(Map<Integer, String> secrets, int current) {
        if (!secrets.containsKey(current)) {
            throw new IllegalArgumentException("no cookie secret for the current key version " + current
                    + "; there are " + secrets.keySet() + ": add the secret, or set key_version to one of these");
        }
        Map<Integer, byte[]> octets = new HashMap<>();
        secrets.forEach((version, secret) -> {
            if (version < 0) {
                throw new IllegalArgumentException("the key version " + version + " is negative");
            }
            octets.put(version, octets(secret, "the cookie secret of key version " + version));
        });
        return new SigningKeys(Map.copyOf(octets), current, true);
    }

    private static byte[] octets(@Nullable String secret, String what) {
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException(what + (secret == null ? " is missing" : " is empty")
                    + ": set it to a long random text, the same on every host");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    boolean numbered() {
        return numbered;
    }

    int current() {
        return current;
    }

    byte[] currentSecret() {
        return secrets.getOrDefault(current, new byte[0]);
    }

    /** A secret without a number reads every version, as in Tornado. */
    Optional<byte[]> secret(int version) {
        return Optional.ofNullable(secrets.get(numbered ? version : current));
    }
}
