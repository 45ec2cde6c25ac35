package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import landspout.http.HttpDates;
import landspout.testing.TestClient;
import landspout.testing.TestRequest;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFileHandlerTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-29T12:34:56.789Z"));

    @TempDir
    Path home;

    private Path root;
    private TestClient client;

    @BeforeEach
    void files() throws IOException {
        root = Files.createDirectory(home.resolve("static"));
        file("static/hello.txt", "Hello, static world.\n");
        file("static/digits.txt", "0123456789".repeat(10));
        file("static/empty.txt", "");
        file("static/index.html", "index");
        file("static/with space.txt", "blank");
        file("static/gr\u00fc\u00df.txt", "umlaut");
        file("static/favicon.ico", "icon");
        file("static/robots.txt", "robots");
        file("static/sub/index.html", "sub index");
        file("static/sub/nested.txt", "nested");
        file("static/WEB-INF/web.xml", "secret");
        file("static/sub/Meta-Inf/MANIFEST.MF", "secret");
        file("static-old/secret.txt", "secret");
        file("secret.txt", "secret");
        client = client(Application.builder());
    }

    private Path file(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, LONG_AGO);
    }

    private TestClient client(Application.Builder builder) {
        StaticRoot files = StaticRoot.directory(root);
        return TestClient.of(builder.routes(
                        route("/files/(.*)", () -> new StaticFileHandler(files, "index.html")),
                        route("/plain/(.*)", () -> new StaticFileHandler(files)))
                .set(Settings.STATIC_PATH, files)
                .build());
    }

    private TestRequest request(String uri) {
        return client.request("GET", uri);
    }

    // ------------------------------------------------------------------ whole files

    @Test
    void aFileHasAllItsFields() {
        TestResponse response = client.get("/static/hello.txt");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("Hello, static world.\n");
        assertThat(response.header("Content-Type")).isEqualTo("text/plain");
        assertThat(response.header("Content-Length")).isEqualTo("21");
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.header("Last-Modified")).isEqualTo("Sat, 29 Feb 2020 12:34:56 GMT");
        assertThat(response.headers().getList("Etag")).hasSize(1);
        assertThat(response.header("Etag")).isEqualTo("\"" + sha256("Hello, static world.\n") + "\"");
        assertThat(response.header("Cache-Control")).isEmpty();
        assertThat(response.header("Expires")).isEmpty();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/hello.txt", "/files/", "/files/sub/", "/static/empty.txt", "/static/no.txt"})
    void headHasTheSameFieldsAsGet(String uri) {
        TestResponse get = client.get(uri);
        TestResponse head = client.request("HEAD", uri).send();
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.headers()).hasToString(get.headers().toString());
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/static/with%20space.txt, blank",
        "/static/gr%C3%BC%C3%9F.txt, umlaut",
        "/static/sub/nested.txt, nested",
        "/static/sub%2Fnested.txt, nested",
        "/static/%68ello.txt, 'Hello, static world.\n'",
        "/files/, index",
        "/files/sub/, sub index",
        "/favicon.ico, icon",
        "/robots.txt, robots",
    })
    void anAddressNamesAFile(String uri, String text) {
        assertThat(client.get(uri).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a.html, text/html",
        "a.HTM, text/html",
        "a.css, text/css",
        "a.js, text/javascript",
        "a.mjs, text/javascript",
        "a.json, application/json",
        "a.png, image/png",
        "a.jpg, image/jpeg",
        "a.svg, image/svg+xml",
        "a.ico, image/vnd.microsoft.icon",
        "a.woff2, font/woff2",
        "a.wasm, application/wasm",
        "a.pdf, application/pdf",
        "a.mp4, video/mp4",
        "a.txt.gz, application/gzip",
        "a.tgz, application/gzip",
        "a.svgz, application/gzip",
        "a.txt.bz2, application/octet-stream",
        "a.xz, application/octet-stream",
        "a.unknown, application/octet-stream",
        "noext, application/octet-stream",
        ".css, application/octet-stream",
        "dir.html/noext, application/octet-stream",
    })
    void theNameTellsTheType(String name, String type) throws IOException {
        file("static/" + name, "x");
        assertThat(client.get("/static/" + name).header("Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?v=abc", "?v=", "?a=1&v=2"})
    void aVersionMayBeKeptForTenYears(String query) {
        TestResponse response = client.get("/static/hello.txt" + query);
        assertThat(response.header("Cache-Control")).isEqualTo("max-age=315360000");
        Instant expires = HttpDates.parse(response.header("Expires")).orElseThrow();
        assertThat(Duration.between(Instant.now(), expires)).isBetween(Duration.ofDays(3649), Duration.ofDays(3651));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void nothingCanBeChanged(String method) throws IOException {
        TestResponse response = client.request(method, "/static/hello.txt")
                .body("text/plain", new byte[] {1})
                .send();
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(root.resolve("hello.txt")).hasContent("Hello, static world.\n");
    }

    @Test
    void directoriesNeedADefaultFile() throws IOException {
        Files.createDirectory(root.resolve("bare"));
        assertThat(client.get("/plain/sub/").status()).isEqualTo(403);
        assertThat(client.get("/plain/sub").status()).isEqualTo(403);
        assertThat(client.get("/plain/").status()).isEqualTo(403);
        assertThat(client.get("/files/bare/").status()).isEqualTo(404);
        assertThat(client.get("/files/hello.txt/").status()).isEqualTo(404);
    }

    @Test
    void aDirectoryWithoutItsSlashRedirects() {
        TestResponse response = client.get("/files/sub?a=1");
        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).isEqualTo("/files/sub/");
        TestClient mounted = client.mountedAt("/shop");
        assertThat(mounted.get("/files/sub").header("Location")).isEqualTo("/shop/files/sub/");
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example, /evil.example/",
        "///evil.example, /evil.example/",
        "/\\evil.example, /evil.example/",
        "/%5cevil.example, /%5cevil.example/",
        "/%2fevil.example, /%2fevil.example/",
    })
    void redirectsStayOnThisHost(String path, String location) {
        StaticRoot files = StaticRoot.directory(root);
        class Anywhere extends StaticFileHandler {
            Anywhere() {
                super(files, "index.html");
            }

            @Override
            protected String parseUrlPath(String urlPath) {
                return "sub";
            }
        }
        TestResponse response =
                TestClient.of(Application.of(route("/(.*)", Anywhere::new))).get(path);
        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).isEqualTo(location);
    }

    @Test
    void subclassesHaveTheirSay() {
        StaticRoot files = StaticRoot.directory(root);
        class Releases extends StaticFileHandler {
            Releases() {
                super(files);
            }

            @Override
            protected String parseUrlPath(String urlPath) {
                return urlPath + ".txt";
            }

            @Override
            protected String getContentType(String path) {
                return "text/x-" + path;
            }

            @Override
            protected Duration getCacheTime(String path, Instant modified, String contentType) {
                return Duration.ofMinutes(1);
            }

            @Override
            protected void setExtraHeaders(String path) {
                setHeader("X-Path", path);
            }
        }
        TestResponse response =
                TestClient.of(Application.of(route("/(.*)", Releases::new))).get("/hello");
        assertThat(response.text()).isEqualTo("Hello, static world.\n");
        assertThat(response.header("Content-Type")).isEqualTo("text/x-hello.txt");
        assertThat(response.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(response.header("X-Path")).isEqualTo("hello.txt");
    }

    // ------------------------------------------------------------------ ranges

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-9       | 206 | bytes 0-9/100   | 0  | 10",
                "bytes=10-19     | 206 | bytes 10-19/100 | 10 | 10",
                "bytes=0-0       | 206 | bytes 0-0/100   | 0  | 1",
                "bytes=99-99     | 206 | bytes 99-99/100 | 99 | 1",
                "bytes=95-       | 206 | bytes 95-99/100 | 95 | 5",
                "bytes=-5        | 206 | bytes 95-99/100 | 95 | 5",
                "bytes=90-1000   | 206 | bytes 90-99/100 | 90 | 10",
                "bytes=50-100    | 206 | bytes 50-99/100 | 50 | 50",
                "bytes=50-99999999999999999999999999 | 206 | bytes 50-99/100 | 50 | 50",
                "bytes=0-99      | 200 | ''              | 0  | 100",
                "bytes=0-        | 200 | ''              | 0  | 100",
                "bytes=-100      | 200 | ''              | 0  | 100",
                "bytes=-1000     | 200 | ''              | 0  | 100",
                "bytes=-99999999999999999999999999 | 200 | '' | 0  | 100",
                "bytes=0-1,3-4   | 200 | ''              | 0  | 100",
                "chars=0-9       | 200 | ''              | 0  | 100",
                "bytes=abc       | 200 | ''              | 0  | 100",
                "bytes=5         | 200 | ''              | 0  | 100",
                "bytes=-         | 200 | ''              | 0  | 100",
                "bytes=--5       | 200 | ''              | 0  | 100",
                "bytes=+1-5      | 200 | ''              | 0  | 100",
                "bytes=1-5-7     | 200 | ''              | 0  | 100",
                "bytes=\u00b2-\u00b3  | 200 | ''              | 0  | 100",
                "bytes           | 200 | ''              | 0  | 100",
                "bytes=100-      | 416 | bytes */100     | 0  | 0",
                "bytes=200-300   | 416 | bytes */100     | 0  | 0",
                "bytes=9-5       | 416 | bytes */100     | 0  | 0",
                "bytes=-0        | 416 | bytes */100     | 0  | 0",
                "bytes=99999999999999999999999999- | 416 | bytes */100 | 0 | 0",
            })
    void aRangeIsAPart(String range, int status, String contentRange, int start, int length) {
        TestResponse response =
                request("/files/digits.txt").header("Range", range).send();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Range")).isEqualTo(contentRange);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(length));
        assertThat(response.text()).isEqualTo("0123456789".repeat(10).substring(start, start + length));
        assertThat(response.header("Content-Type")).isEqualTo("text/plain");
        assertThat(response.header("Etag"))
                .isEqualTo(client.get("/files/digits.txt").header("Etag"));
        TestResponse head = client.request("HEAD", "/files/digits.txt")
                .header("Range", range)
                .send();
        assertThat(head.headers()).hasToString(response.headers().toString());
        assertThat(head.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-, 416", "bytes=-5, 416", "bytes=0-0, 416", "bytes=-, 200", "bytes=x, 200"})
    void anEmptyFileHasNoParts(String range, int status) {
        TestResponse response =
                request("/files/empty.txt").header("Range", range).send();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Length")).isEqualTo("0");
        assertThat(response.header("Content-Range")).isEqualTo(status == 416 ? "bytes */0" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{etag}                          | 206",
                "W/{etag}                        | 200",
                "\"other\"                       | 200",
                "Sat, 29 Feb 2020 12:34:56 GMT   | 206",
                "Sat, 29 Feb 2020 12:34:57 GMT   | 200",
                "nonsense                        | 200",
            })
    void aPartFitsOnlyTheSameFile(String condition, int status) {
        String etag = client.get("/files/digits.txt").header("Etag");
        TestResponse response = request("/files/digits.txt")
                .header("Range", "bytes=0-9")
                .header("If-Range", condition.replace("{etag}", etag))
                .send();
        assertThat(response.status()).isEqualTo(status);
    }

    // ------------------------------------------------------------------ conditional requests

    static Stream<List<Object>> conditions() {
        return Stream.of(
                List.of("If-None-Match: {etag}", 304),
                List.of("If-None-Match: W/{etag}", 304),
                List.of("If-None-Match: \"a\", {etag}", 304),
                List.of("If-None-Match: *", 304),
                List.of("If-None-Match: \"nope\"", 200),
                List.of("If-None-Match: \"unfinished", 200),
                List.of("If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 304),
                List.of("If-Modified-Since: Sat, 29 Feb 2020 12:34:56 GMT", 304),
                List.of("If-Modified-Since: Sat, 29 Feb 2020 12:34:55 GMT", 200),
                List.of("If-Modified-Since: Thu, 01 Jan 1970 00:00:10 GMT", 200),
                List.of("If-Modified-Since: yesterday", 200),
                List.of("If-Modified-Since: Sat, 99 Feb 9999999999 99:99:99 GMT", 200),
                List.of("If-None-Match: \"nope\"\nIf-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 200),
                List.of("If-None-Match: {etag}\nIf-Modified-Since: Thu, 01 Jan 1970 00:00:10 GMT", 304),
                List.of("If-None-Match: {etag}\nRange: bytes=0-9", 304),
                List.of("If-None-Match: \"nope\"\nRange: bytes=0-9", 206));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void whatTheClientHasIsNotSentAgain(List<Object> expected) {
        String etag = client.get("/static/digits.txt").header("Etag");
        for (String method : List.of("GET", "HEAD")) {
            TestRequest request = client.request(method, "/static/digits.txt");
            for (String line : ((String) expected.get(0)).split("\n")) {
                request.header(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 2).replace("{etag}", etag));
            }
            TestResponse response = request.send();
            assertThat(response.status()).isEqualTo(expected.get(1));
            assertThat(response.header("Etag")).isEqualTo(etag);
            if (response.status() == 304) {
                assertThat(response.body()).isEmpty();
                assertThat(response.header("Content-Type")).isEmpty();
                assertThat(response.header("Content-Length")).isEmpty();
                assertThat(response.header("Content-Range")).isEmpty();
            }
        }
    }

    @Test
    void filesHaveTagsWithoutAutomaticOnes() {
        client = client(Application.builder().set(Settings.AUTOMATIC_ETAGS, false));
        String etag = client.get("/static/hello.txt").header("Etag");
        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        assertThat(request("/static/hello.txt")
                        .header("If-None-Match", etag)
                        .send()
                        .status())
                .isEqualTo(304);
    }

    // ------------------------------------------------------------------ what is never served

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "..%2fsecret.txt",
                "%2e%2e/secret.txt",
                "%2E%2E%2Fsecret.txt",
                ".%2e/secret.txt",
                "..;/secret.txt",
                "..%5csecret.txt",
                "..\\secret.txt",
                "..%c0%afsecret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "%252e%252e/secret.txt",
                "%u002e%u002e/secret.txt",
                "sub/../../secret.txt",
                "sub/..%2f../secret.txt",
                "sub/%2e%2e/%2e%2e/secret.txt",
                "../static-old/secret.txt",
                "..%2fstatic-old%2fsecret.txt",
                "/secret.txt",
                "%2fetc/passwd",
                "//etc/passwd",
                "%2f%2fetc%2fpasswd",
                "file:/etc/passwd",
                "hello.txt%00",
                "hello.txt%00.png",
                "hello.txt%0a",
                "hello.txt%0d%0aX-Evil:%201",
                "hello.txt%1f",
                "hello.txt%7f",
                "hello.txt::$DATA",
                "hello.txt:stream",
                "hello.txt.",
                "hello.txt%20",
                "sub./nested.txt",
                "./hello.txt",
                "sub//nested.txt",
                "sub/./nested.txt",
                "hello.txt/",
                "hello.txt/x",
                "C:/secret.txt",
                "C:%5csecret.txt",
                "%5c%5chost%5cshare",
                "con",
                "CON",
                "nul.txt",
                "Aux",
                "com1",
                "sub/LPT9.log",
                "COM%C2%B9",
                "conin$",
                "PRN .txt",
                "WEB-INF/web.xml",
                "web-inf/web.xml",
                "WEB-INF/",
                "WEB-INF",
                "%57EB-INF/web.xml",
                "WEB-INF;/web.xml",
                "sub/Meta-Inf/MANIFEST.MF",
                "sub/../WEB-INF/web.xml",
                "%e4%b8%ae%e4%b8%ae/secret.txt",
                "%ff%fe",
                "%",
                "%zz",
                "no-such.txt",
                "HELLO.TXT",
            })
    void nothingElseIsServed(String path) {
        for (String prefix : List.of("/static/", "/files/", "/plain/")) {
            for (String method : List.of("GET", "HEAD")) {
                TestResponse response = client.request(method, prefix + path).send();
                assertThat(response.status()).isIn(400, 403, 404);
                assertThat(response.text()).doesNotContain("secret").doesNotContain(home.toString());
                assertThat(response.header("X-Evil")).isEmpty();
                assertThat(response.header("Location")).isEmpty();
            }
        }
    }

    @Test
    void namesOfAnyLengthAreRefusedQuietly() {
        for (String path : List.of("x".repeat(300), "x".repeat(100_000), "a/".repeat(20_000), "%41".repeat(5000))) {
            assertThat(client.get("/files/" + path).status()).isEqualTo(404);
        }
    }

    @Test
    void devicesAreRefusedThoughTheyAreThere() throws IOException {
        for (String name : List.of("con", "nul.txt", "hello.txt.", "a:b", "back\\slash")) {
            file("static/" + name, "secret");
            assertThat(client.get("/files/" + name.replace("\\", "%5c")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void linksAreFollowedWithinTheRootOnly() throws IOException {
        link("inside.css", "hello.txt");
        link("inside-dir", "sub");
        link("up-and-back.txt", "../static/hello.txt");
        link("outside.txt", "../secret.txt");
        link("outside-dir", "..");
        link("sibling", "../static-old");
        link("absolute.txt", home.resolve("secret.txt").toString());
        link("broken.txt", "nowhere");
        link("loop.txt", "loop.txt");
        link("private.xml", "WEB-INF/web.xml");
        assertThat(client.get("/files/inside.css").text()).isEqualTo("Hello, static world.\n");
        assertThat(client.get("/files/inside.css").header("Content-Type")).isEqualTo("text/css");
        assertThat(client.get("/files/inside-dir/nested.txt").text()).isEqualTo("nested");
        assertThat(client.get("/files/inside-dir/").text()).isEqualTo("sub index");
        assertThat(client.get("/files/up-and-back.txt").status()).isEqualTo(200);
        assertThat(client.get("/files/outside.txt").status()).isEqualTo(403);
        assertThat(client.get("/files/outside-dir/secret.txt").status()).isEqualTo(403);
        assertThat(client.get("/files/outside-dir").status()).isEqualTo(403);
        // Spring's CVE-2024-38816: out through a link and in again.
        assertThat(client.get("/files/outside-dir/static/hello.txt").status()).isEqualTo(200);
        assertThat(client.get("/files/sibling/secret.txt").status()).isEqualTo(403);
        assertThat(client.get("/files/absolute.txt").status()).isEqualTo(403);
        assertThat(client.get("/files/broken.txt").status()).isEqualTo(404);
        assertThat(client.get("/files/loop.txt").status()).isEqualTo(404);
        assertThat(client.get("/files/private.xml").status()).isEqualTo(404);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    @Test
    void aLinkInThePlaceOfTheRootMayBeTurned() throws IOException {
        file("releases/1/a.txt", "first");
        file("releases/2/a.txt", "second");
        Path current = Files.createSymbolicLink(home.resolve("current"), Path.of("releases/1"));
        StaticRoot files = StaticRoot.directory(current);
        client = TestClient.of(Application.of(route("/(.*)", () -> new StaticFileHandler(files))));
        assertThat(client.get("/a.txt").text()).isEqualTo("first");
        Files.delete(current);
        Files.createSymbolicLink(current, Path.of("releases/2"));
        assertThat(client.get("/a.txt").text()).isEqualTo("second");
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        Path pipe = root.resolve("pipe.txt");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(client.get("/files/pipe.txt").status()).isEqualTo(403));
    }

    // ------------------------------------------------------------------ compression

    @Test
    void compressionKeepsTheTagOfThePlainFile() throws IOException {
        file("static/long.txt", "static text ".repeat(1000));
        file("static/pixel.png", "static text ".repeat(1000));
        client = client(Application.builder().set(Settings.COMPRESS_RESPONSE, true));
        for (String name : List.of("long.txt", "hello.txt")) {
            TestResponse plain = client.get("/static/" + name);
            TestResponse packed =
                    request("/static/" + name).header("Accept-Encoding", "gzip").send();
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(packed.header("Etag")).isEqualTo(plain.header("Etag"));
            assertThat(packed.header("Content-Length")).isEmpty();
            assertThat(gunzip(packed.body())).isEqualTo(plain.text());
            assertThat(plain.header("Content-Encoding")).isEmpty();
        }
        TestRequest packed = request("/static/pixel.png").header("Accept-Encoding", "gzip");
        assertThat(packed.send().header("Content-Encoding")).isEmpty();
        assertThat(packed.send().header("Content-Length")).isEqualTo("12000");
        TestResponse empty =
                request("/static/empty.txt").header("Accept-Encoding", "gzip").send();
        assertThat(empty.header("Content-Encoding")).isEmpty();
        assertThat(empty.header("Content-Length")).isEqualTo("0");
        TestResponse part = request("/static/long.txt")
                .header("Accept-Encoding", "gzip")
                .header("Range", "bytes=0-5")
                .send();
        assertThat(part.header("Content-Encoding")).isEmpty();
        assertThat(part.text()).isEqualTo("static");
    }

    private static String gunzip(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    // ------------------------------------------------------------------ hashes

    @Test
    void aChangedFileHasAnotherTag() throws IOException {
        String first = client.get("/static/hello.txt").header("Etag");
        Path file = root.resolve("hello.txt");
        Files.writeString(file, "Hello, STATIC world.\n");
        String second = client.get("/static/hello.txt").header("Etag");
        Files.writeString(file, "Hello, another world.\n");
        Files.setLastModifiedTime(file, LONG_AGO);
        String third = client.get("/static/hello.txt").header("Etag");
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void anUnchangedFileIsHashedOnce() throws IOException {
        String first = client.get("/static/hello.txt").header("Etag");
        // Nobody can tell that this one has changed; only the setting debug looks.
        file("static/hello.txt", "HELLO, static world.\n");
        assertThat(client.get("/static/hello.txt").header("Etag")).isEqualTo(first);
        client = client(Application.builder().set(Settings.DEBUG, true));
        String fresh = client.get("/static/hello.txt").header("Etag");
        assertThat(fresh).isNotEqualTo(first);
        file("static/hello.txt", "hello, STATIC world.\n");
        assertThat(client.get("/static/hello.txt").header("Etag")).isNotEqualTo(fresh);
    }

    @Test
    void aFileThatHasJustChangedIsLookedAtAgain() throws IOException {
        Path file = root.resolve("hello.txt");
        FileTime now = FileTime.from(Instant.now());
        Files.writeString(file, "first");
        Files.setLastModifiedTime(file, now);
        String first = client.get("/static/hello.txt").header("Etag");
        Files.writeString(file, "twice");
        Files.setLastModifiedTime(file, now);
        assertThat(client.get("/static/hello.txt").header("Etag")).isNotEqualTo(first);
    }
}
