package landspout.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Makes a key store of the two PEM files that certification authorities hand out. */
final class PemKeyStore {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private PemKeyStore() {}

    /**
     * @param certificates the chain, the server's own certificate first
     * @param key the unencrypted private key, in PKCS #8
     * @param password the key's in the store that is made
     * @throws IllegalArgumentException if a file cannot be used, saying which and why
     */
    static KeyStore load(Path certificates, Path key, char[] password) {
        try (InputStream chain = Files.newInputStream(certificates)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(
                    "server",
                    privateKey(key),
                    password,
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(chain)
                            .toArray(new Certificate[0]));
            return store;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "cannot use the certificate " + certificates + " with the key " + key + ": "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new InvalidKeySpecException(
                    "the key is not in PKCS #8; remedy: openssl pkcs8 -topk8 -nocrypt -in <key>");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
        PKCS8EncodedKeySpec specification = new PKCS8EncodedKeySpec(encoded);
        for (String algorithm : new String[] {"RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(specification);
            } catch (InvalidKeySpecException another) {
                continue;
            }
        }
        return KeyFactory.getInstance("EdDSA").generatePrivate(specification);
    }
}
