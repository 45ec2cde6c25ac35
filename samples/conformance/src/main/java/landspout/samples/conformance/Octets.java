package landspout.samples.conformance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import landspout.http.Arguments;

/** Octets in forms that JSON can hold. */
final class Octets {

    private Octets() {}

    /** Each octet as one character of ISO-8859-1. */
    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static Map<String, List<String>> table(Arguments arguments) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String name : arguments.names()) {
            table.put(name, arguments.values(name).stream().map(Octets::text).toList());
        }
        return table;
    }

    /** In hexadecimal digits, lower case. */
    static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
