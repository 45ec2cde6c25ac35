package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import landspout.web.Application;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JettyServletServerTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static KeyStore keys;
    private static Path keyStore;

    private static final Application APPLICATION = Application.of(route(
            "/",
            () -> Handlers.any(handler -> handler.write(handler.request().version() + " "
                    + handler.request().protocol() + " " + handler.request().host()))));

    @BeforeAll
    static void makeKey() throws Exception {
        keyStore = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
    }

    private static Path pem(String name, String label, byte[] encoded) throws Exception {
        return Files.writeString(
                directory.resolve(name),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                        + label + "-----\n");
    }

    private static HttpClient client(HttpClient.Version version) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().version(version).sslContext(context).build();
    }

    private static void assertServes(JettyServletServer server) throws Exception {
        try (server) {
            server.start();
            String host = "127.0.0.1:" + server.port();
            assertThat(server.uri()).hasToString("https://" + host + "/");
            for (HttpClient.Version version : HttpClient.Version.values()) {
                HttpResponse<String> response = client(version)
                        .send(HttpRequest.newBuilder(server.uri()).build(), HttpResponse.BodyHandlers.ofString());

                String spoken = version == HttpClient.Version.HTTP_2 ? "HTTP/2.0" : "HTTP/1.1";
                assertThat(response.body()).isEqualTo(spoken + " https " + host);
                assertThat(response.headers().firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    void servesWithAKeyStore() throws Exception {
        assertServes(new JettyServletServer("127.0.0.1", 0, APPLICATION).keyStore(keyStore, PASSWORD));
    }

    @Test
    void servesWithPemFiles() throws Exception {
        Path chain =
                pem("chain.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
        Path key = pem(
                "key.pem",
                "PRIVATE KEY",
                keys.getKey("server", PASSWORD.toCharArray()).getEncoded());

        assertServes(new JettyServletServer("127.0.0.1", 0, APPLICATION).certificate(chain, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void saysWhatToDoWithAKeyInAnotherForm(String label) throws Exception {
        Path chain =
                pem("chain.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
        Path key = pem("other.pem", label, new byte[] {1, 2, 3});
        JettyServletServer server = new JettyServletServer("127.0.0.1", 0, APPLICATION).certificate(chain, key);

        assertThatThrownBy(server::start).hasMessageContainingAll("other.pem", "PKCS #8", "openssl pkcs8");
    }

    @Test
    void saysWhichFileIsMissing() {
        JettyServletServer server = new JettyServletServer("127.0.0.1", 0, APPLICATION)
                .certificate(directory.resolve("missing.pem"), directory.resolve("missing-key.pem"));

        assertThatThrownBy(server::start).hasMessageContaining("missing.pem");
    }
}
