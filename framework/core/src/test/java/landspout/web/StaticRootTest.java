package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticRootTest {

    /** Stands for an application's main class. */
    static final class Anchor {}

    private static final String ANCHOR = Anchor.class.getName().replace('.', '/') + ".class";

    @TempDir
    Path home;

    private static Map<String, byte[]> content(String hello) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = StaticRootTest.class.getResourceAsStream("/" + ANCHOR)) {
            files.put(ANCHOR, in.readAllBytes());
        }
        files.put("secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
        files.put("META-INF/services/x", "secret".getBytes(StandardCharsets.UTF_8));
        files.put("static/hello.txt", hello.getBytes(StandardCharsets.UTF_8));
        files.put("static/sub/index.html", "sub index".getBytes(StandardCharsets.UTF_8));
        files.put("static/large.txt", "0123456789".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        files.put("static/WEB-INF/web.xml", "secret".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Without entries for its directories, as some tools write them. */
    private static Path jar(Path path, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                JarEntry entry = new JarEntry(file.getKey());
                entry.setTime(1_600_000_000_000L);
                jar.putNextEntry(entry);
                jar.write(file.getValue());
            }
        }
        return path;
    }

    private static Path exploded(Path directory, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return directory;
    }

    private static StaticRoot classPath(String directory, Path... places) throws Exception {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            return StaticRoot.classPath(loader.loadClass(Anchor.class.getName()), directory);
        }
    }

    private static Application application(StaticRoot root) {
        return Application.builder(route("/files/(.*)", () -> new StaticFileHandler(root, "index.html")))
                .set(Settings.STATIC_PATH, root)
                .build();
    }

    private static void check(StaticRoot root) {
        Application application = application(root);
        TestClient client = TestClient.of(application);
        TestResponse hello = client.get("/static/hello.txt");
        assertThat(hello.text()).isEqualTo("hello");
        assertThat(hello.header("Etag")).matches("\"[0-9a-f]{32}\"");
        assertThat(hello.header("Last-Modified")).endsWith(" GMT");
        assertThat(client.get("/files/sub/").text()).isEqualTo("sub index");
        assertThat(client.get("/files/sub").header("Location")).isEqualTo("/files/sub/");
        assertThat(client.get("/files/large.txt").text()).isEqualTo("0123456789".repeat(30_000));
        TestResponse part = client.request("GET", "/files/large.txt")
                .header("Range", "bytes=200003-200007")
                .send();
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("34567");
        assertThat(client.get("/files/no.txt").status()).isEqualTo(404);
        assertThat(client.get("/static/sub/").status()).isEqualTo(403);
        for (String path : new String[] {
            "../secret.txt",
            "%2e%2e/secret.txt",
            "..%2fsecret.txt",
            "/secret.txt",
            "%2fsecret.txt",
            "WEB-INF/web.xml",
            "../META-INF/services/x",
            "web-inf/web.xml",
            "hello.txt/",
            "hello.txt%00",
            "hello.txt/x"
        }) {
            assertThat(client.get("/files/" + path).status()).as(path).isIn(400, 403, 404);
        }
        application.stop();
    }

    @Test
    void aJarBringsItsFiles() throws Exception {
        check(classPath("static", jar(home.resolve("app.jar"), content("hello"))));
    }

    @Test
    void aJarMayLieInAPathWithBlanksAndUmlauts() throws Exception {
        Path directory = Files.createDirectory(home.resolve("gr\u00fc\u00df % +!"));
        check(classPath("/static/", jar(directory.resolve("app 1.jar"), content("hello"))));
    }

    @Test
    void anUnpackedWarBringsItsFiles() throws Exception {
        check(classPath("static", exploded(home.resolve("shop/WEB-INF/classes"), content("hello"))));
    }

    @Test
    void resourcesMayLieApartFromClasses() throws Exception {
        Map<String, byte[]> classes = content("hello");
        Map<String, byte[]> resources = new LinkedHashMap<>(classes);
        classes.keySet().removeIf(name -> name.startsWith("static/"));
        resources.remove(ANCHOR);
        check(classPath(
                "static", exploded(home.resolve("classes"), classes), exploded(home.resolve("resources"), resources)));
    }

    @Test
    void theJarOfTheClassComesFirst() throws Exception {
        Map<String, byte[]> other = new LinkedHashMap<>(content("other"));
        other.remove(ANCHOR);
        check(classPath(
                "static", exploded(home.resolve("other"), other), jar(home.resolve("app.jar"), content("hello"))));
    }

    @Test
    void aStoppedApplicationHoldsNoJar() throws Exception {
        Path jar = jar(home.resolve("app.jar"), content("hello"));
        StaticRoot root = classPath("static", jar);
        assertThat(FileTransferTest.openFiles()).doesNotContain(jar);
        Application application = application(root);
        TestClient client = TestClient.of(application);
        application.start();
        assertThat(client.get("/files/hello.txt").text()).isEqualTo("hello");
        application.stop();
        assertThat(FileTransferTest.openFiles()).doesNotContain(jar);
        jar(jar, content("hello again"));
        application.start();
        assertThat(client.get("/files/hello.txt").text()).isEqualTo("hello again");
        application.stop();
        assertThat(FileTransferTest.openFiles()).doesNotContain(jar);
    }

    @Test
    void anInterruptedThreadDoesNotSpoilTheJar() throws Exception {
        StaticRoot root = classPath("static", jar(home.resolve("app.jar"), content("hello")));
        Application application = application(root);
        TestClient client = TestClient.of(application);
        assertThat(client.get("/files/sub/").status()).isEqualTo(200);
        Thread.currentThread().interrupt();
        client.get("/files/large.txt");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(client.get("/files/hello.txt").text()).isEqualTo("hello");
        application.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "../x", "a//b", "./static", "a\\b", "no-such-directory", "static/hello.txt"})
    void whatIsNoDirectoryFailsAtStart(String directory) throws Exception {
        Path jar = jar(home.resolve("app.jar"), content("hello"));
        assertThatThrownBy(() -> classPath(directory, jar)).isInstanceOf(IllegalArgumentException.class);
        Path classes = exploded(home.resolve("classes"), content("hello"));
        assertThatThrownBy(() -> classPath(directory, classes)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FileTransferTest.openFiles()).doesNotContain(jar);
    }

    @Test
    void aClassOfTheJdkHasNoDirectoryOfOurs() {
        assertThatThrownBy(() -> StaticRoot.classPath(String.class, "no-such-directory"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StaticRoot.directory()");
    }

    @Test
    void aMissingDirectoryFailsAtStart() {
        Path missing = home.resolve("missing");
        assertThatThrownBy(() -> StaticRoot.directory(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(missing.toString());
    }
}
