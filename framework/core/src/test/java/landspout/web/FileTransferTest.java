package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import landspout.http.BodyReceiver;
import landspout.http.Connection;
import landspout.http.Feature;
import landspout.http.HeaderMap;
import landspout.http.HttpExchange;
import landspout.http.HttpHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTransferTest {

    private static final int SLICE = 64 * 1024;

    @TempDir
    Path root;

    private Application application;

    @BeforeEach
    void routes() {
        StaticRoot files = StaticRoot.directory(root);
        application = Application.of(route("/(.*)", () -> new StaticFileHandler(files)));
    }

    private byte[] file(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Files.write(root.resolve("file.bin"), content);
        return content;
    }

    /** A host whose connection takes the next piece only when the test says so. */
    private static final class SlowExchange extends HttpExchange {

        private final HeaderMap requestHeaders = new HeaderMap();
        private final HeaderMap responseHeaders = new HeaderMap();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<Integer> pieces = new ArrayList<>();
        private final boolean slow;
        private CompletableFuture<Void> taken = new CompletableFuture<>();
        private boolean cut;

        SlowExchange(boolean slow) {
            this.slow = slow;
            requestHeaders.set("Host", "localhost");
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String uri() {
            return "/file.bin";
        }

        @Override
        public String path() {
            return "/file.bin";
        }

        @Override
        public String rootPath() {
            return "";
        }

        @Override
        public String version() {
            return "HTTP/1.1";
        }

        @Override
        public HttpHeaders headers() {
            return requestHeaders;
        }

        @Override
        public Connection connection() {
            return new Connection() {
                @Override
                public String protocol() {
                    return "http";
                }

                @Override
                public String remoteIp() {
                    return "127.0.0.1";
                }

                @Override
                public String serverName() {
                    return "localhost";
                }
            };
        }

        @Override
        public boolean supports(Feature feature) {
            return slow;
        }

        @Override
        public void readBody(BodyReceiver receiver) {
            receiver.end();
        }

        @Override
        protected void sendHead(int status, String reason, HeaderMap headers) {
            headers.forEach(responseHeaders::add);
        }

        @Override
        protected CompletionStage<Void> send(byte[] data, int offset, int length, boolean last) {
            body.write(data, offset, length);
            pieces.add(length);
            taken = slow ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
            return taken;
        }

        @Override
        protected void cut() {
            cut = true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SLICE - 1, SLICE, SLICE + 1, 3 * SLICE, 5 * SLICE + 77})
    void noPieceIsLargerThanASlice(int size) throws IOException {
        byte[] content = file(size);
        SlowExchange exchange = new SlowExchange(false);
        application.handle(exchange);
        assertThat(exchange.isFinished()).isTrue();
        assertThat(exchange.body.toByteArray()).isEqualTo(content);
        assertThat(exchange.responseHeaders.get("Content-Length", "")).isEqualTo(Integer.toString(size));
        assertThat(exchange.pieces).hasSize(Math.max(1, (size + SLICE - 1) / SLICE));
        assertThat(exchange.pieces).allMatch(length -> length <= SLICE);
    }

    @Test
    void theNextSliceWaitsForTheConnection() throws IOException {
        byte[] content = file(4 * SLICE + 5);
        SlowExchange exchange = new SlowExchange(true);
        application.handle(exchange);
        for (int sent = 1; sent <= 4; sent++) {
            assertThat(exchange.pieces).hasSize(sent);
            assertThat(exchange.isFinished()).isFalse();
            exchange.taken.complete(null);
        }
        assertThat(exchange.isFinished()).isTrue();
        assertThat(exchange.pieces).containsExactly(SLICE, SLICE, SLICE, SLICE, 5);
        assertThat(exchange.body.toByteArray()).isEqualTo(content);
    }

    @Test
    void aRangeOfALargeFileIsSlicedToo() throws IOException {
        byte[] content = file(10 * SLICE);
        SlowExchange exchange = new SlowExchange(false);
        exchange.requestHeaders.set("Range", "bytes=" + (7 * SLICE + 3) + "-" + (9 * SLICE + 9));
        application.handle(exchange);
        assertThat(exchange.body.toByteArray()).isEqualTo(Arrays.copyOfRange(content, 7 * SLICE + 3, 9 * SLICE + 10));
        assertThat(exchange.pieces).containsExactly(SLICE, SLICE, 7);
    }

    @Test
    void aClientThatLeavesEndsTheTransfer() throws IOException {
        file(4 * SLICE);
        SlowExchange exchange = new SlowExchange(true);
        application.handle(exchange);
        exchange.taken.completeExceptionally(new IOException("reset"));
        assertThat(exchange.cut).isTrue();
        assertThat(exchange.pieces).hasSize(1);
        assertThat(openFiles()).noneMatch(path -> path.startsWith(root));
    }

    @Test
    void aFileThatShrinksMeanwhileIsCutOff() throws IOException {
        file(4 * SLICE);
        SlowExchange exchange = new SlowExchange(true);
        application.handle(exchange);
        Files.write(root.resolve("file.bin"), new byte[SLICE + 1]);
        exchange.taken.complete(null);
        assertThat(exchange.cut).isTrue();
        assertThat(exchange.isFinished()).isFalse();
        assertThat(openFiles()).noneMatch(path -> path.startsWith(root));
    }

    @Test
    void nothingStaysOpen() throws IOException {
        file(4 * SLICE);
        application.handle(new SlowExchange(false));
        assertThat(openFiles()).noneMatch(path -> path.startsWith(root));
    }

    /** What this process holds open, where the system tells. */
    static List<Path> openFiles() throws IOException {
        List<Path> open = new ArrayList<>();
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return open;
        }
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (Files.isSymbolicLink(link)) {
                    try {
                        open.add(Files.readSymbolicLink(link));
                    } catch (NoSuchFileException closed) {
                        // The directory stream's own.
                        continue;
                    }
                }
            }
        }
        return open;
    }
}
