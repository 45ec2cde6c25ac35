package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UPLOAD = "--XYZ\r\nContent-Disposition: form-data; name=f; filename=n\r\n\r\n";
    private static final RequestLimits LIMITS = RequestLimits.DEFAULTS;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded                          | a=[1]",
                "application/x-www-form-urlencoded; charset=UTF-8           | a=[1]",
                "application/x-www-form-urlencoded;charset=no-such-charset  | a=[1]",
                "Application/X-WWW-Form-URLEncoded                          | a=[1]",
                "application/x-www-form-urlencoded2                         | ''",
                "application/json                                           | ''",
                "multipart/mixed; boundary=XYZ                              | ''",
                "text/plain; a=application/x-www-form-urlencoded            | ''",
                "''                                                         | ''",
            })
    void theTypeDecidesWhetherThereAreArguments(String contentType, String expected) {
        assertThat(Received.of(contentType, "a=1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'',a=[1]", "identity,a=[1]", "Identity,a=[1]", "gzip,''", "x,''"})
    void anEncodedFormHasNoArguments(String contentEncoding, String expected) {
        try (RequestBody body = RequestBody.receive(LIMITS, FORM, contentEncoding, 3)) {
            Received.push(body, Received.octets("a=1"), Received.whole());

            assertThat(Received.describe(body.arguments())).isEqualTo(expected);
            assertThat(body.files()).isEmpty();
            assertThat(body.bytes()).isEqualTo(Received.octets("a=1"));
        }
    }

    @Test
    void anEncodedMultipartFormIsNotEvenAskedForItsBoundary() {
        try (RequestBody body = RequestBody.receive(LIMITS, "multipart/form-data", "gzip", -1)) {
            body.end();

            assertThat(body.arguments().isEmpty()).isTrue();
            assertThat(body.files()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 255, 256, 257, 5000, 65_536, 70_000, 200_000})
    void whatWasWrittenIsReadBack(int length) throws IOException {
        byte[] octets = randomOctets(length);
        for (int announced : new int[] {-1, 0, length, 10 * length}) {
            for (int threshold : new int[] {0, 1000, 1 << 20}) {
                try (RequestBody body = receive(LIMITS.withMemoryThreshold(threshold), "", announced);
                        InputStream stream = pushedStream(body, octets)) {
                    assertThat(body.length()).isEqualTo(length);
                    assertThat(body.spool().file() != null).isEqualTo(length > threshold);
                    assertThat(body.bytes()).isEqualTo(octets);
                    assertThat(stream.readAllBytes()).isEqualTo(octets);
                    assertThat(body.spool().memoryCapacity()).isLessThanOrEqualTo(threshold);
                }
            }
        }
        assertThatNoFileIsLeft();
    }

    private static InputStream pushedStream(RequestBody body, byte[] octets) {
        Received.push(body, octets, Received.random(new Random(1), 4000));
        return body.stream();
    }

    @Test
    void aStreamReadsSkipsAndEndsAsStreamsDo() throws IOException {
        try (RequestBody body = receive(LIMITS, "", 4)) {
            Received.push(body, new byte[] {1, (byte) 0xFF, 3, 4}, Received.whole());
            InputStream stream = body.stream();

            assertThat(stream.available()).isEqualTo(4);
            assertThat(stream.read()).isEqualTo(1);
            assertThat(stream.read()).isEqualTo(0xFF);
            assertThat(stream.skip(1)).isEqualTo(1);
            assertThat(stream.read(new byte[9], 3, 6)).isEqualTo(1);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read(new byte[0])).isEqualTo(0);
            assertThat(stream.skip(5)).isZero();
            assertThat(body.stream().readAllBytes()).hasSize(4);
        }
    }

    @Test
    void anExactlyAnnouncedSmallBodyIsNotCopied() {
        try (RequestBody body = receive(LIMITS, "", 60_000)) {
            Received.push(body, randomOctets(60_000), Received.ofLength(1000));

            assertThat(body.spool().memoryCapacity()).isEqualTo(60_000);
            assertThat(body.bytes()).isSameAs(body.bytes());
        }
    }

    @Test
    void anAnnouncedLengthAllocatesLittle() {
        try (RequestBody body = receive(LIMITS, "", 100L << 20)) {
            assertThat(body.spool().memoryCapacity()).isZero();
            body.write(new byte[1], 0, 1);
            assertThat(body.spool().memoryCapacity()).isLessThanOrEqualTo(64 << 10);
        }
    }

    @Test
    void buffersOfEveryKindAreTakenWhole() {
        byte[] octets = Received.octets(UPLOAD + "x".repeat(20_000) + "\r\n--XYZ--");
        ByteBuffer direct = ByteBuffer.allocateDirect(octets.length + 5).position(5);
        direct.put(octets).position(5);
        ByteBuffer slice = ByteBuffer.wrap(Received.octets("12345" + Received.text(octets)))
                .position(5)
                .slice();
        for (ByteBuffer buffer :
                new ByteBuffer[] {direct, slice, slice.duplicate().asReadOnlyBuffer()}) {
            try (RequestBody body = receive(LIMITS, Received.MULTIPART, octets.length)) {
                body.write(buffer);
                body.end();

                assertThat(buffer.hasRemaining()).isFalse();
                assertThat(body.bytes()).isEqualTo(octets);
                assertThat(files(body).get(0).length()).isEqualTo(20_000);
            }
        }
    }

    @Test
    void aTooLargeBodyIsRefusedWhenAnnouncedAndWhenItComes() {
        RequestLimits ten = LIMITS.withMaxBodySize(10);

        assertThatRefused(413, () -> RequestBody.receive(ten, "", "", 11));
        try (RequestBody body = receive(ten, "", -1)) {
            body.write(new byte[10], 0, 10);
            assertThatRefused(413, () -> body.write(new byte[1], 0, 1));
            assertThat(body.length()).isEqualTo(10);
        }
    }

    @Test
    void aTooLargeFormIsRefusedWhenItsArgumentsAreWanted() {
        try (RequestBody body = receive(LIMITS.withMaxFormSize(10), FORM, -1)) {
            Received.push(body, Received.octets("a=123456789"), Received.whole());

            assertThatRefused(413, body::arguments);
            assertThatRefused(413, body::files);
            assertThat(body.bytes()).hasSize(11);
        }
        try (RequestBody body = receive(LIMITS.withMaxFormSize(10), "text/plain", -1)) {
            Received.push(body, Received.octets("a=123456789"), Received.whole());
            assertThat(body.arguments().isEmpty()).isTrue();
        }
    }

    @Test
    void tooManyFieldsAre400() {
        try (RequestBody body = receive(LIMITS.withMaxFields(2), FORM, -1)) {
            Received.push(body, Received.octets("a&b&c"), Received.whole());

            assertThatRefused(400, body::arguments);
            assertThatRefused(400, body::arguments);
        }
    }

    @Test
    void theFirstFaultIsKnownAtOnceAndTheBodyStillArrives() {
        try (RequestBody body = receive(LIMITS, Received.MULTIPART, -1)) {
            byte[] octets = Received.octets("not a boundary");
            body.write(octets, 0, octets.length);
            HttpInputError fault = body.fault().orElseThrow();
            body.write(octets, 0, octets.length);
            body.end();

            assertThat(fault.status()).isEqualTo(400);
            assertThat(body.fault()).containsSame(fault);
            assertThat(body.bytes()).hasSize(2 * octets.length);
            assertThatRefused(400, body::files);
        }
    }

    @Test
    void nothingIsReadBeforeTheEndOrAfterTheClose() throws IOException {
        RequestBody body = receive(LIMITS.withMemoryThreshold(0), Received.MULTIPART, -1);
        assertThatThrownBy(body::bytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(body::stream).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(body::arguments).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(body::files).isInstanceOf(IllegalStateException.class);

        Received.push(body, Received.octets(UPLOAD + "x\r\n--XYZ--"), Received.whole());
        assertThatThrownBy(() -> body.write(new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
        HttpFile file = files(body).get(0);
        InputStream stream = file.stream();
        body.close();
        body.close();

        assertThatThrownBy(body::bytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(file::body).isInstanceOf(IllegalStateException.class).hasMessageContaining("has ended");
        assertThatThrownBy(stream::read).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> file.transferTo(directory.resolve("copy"))).isInstanceOf(IllegalStateException.class);
        assertThat(file.filename()).isEqualTo("n");
        assertThatNoFileIsLeft();
    }

    @Test
    void aBodyCanBeClosedHalfway() throws IOException {
        RequestBody body = receive(LIMITS.withMemoryThreshold(10), Received.MULTIPART, -1);
        body.write(new byte[100], 0, 100);
        FileChannel file = Objects.requireNonNull(body.spool().file());
        assertThat(file.isOpen()).isTrue();
        body.close();

        assertThat(file.isOpen()).isFalse();
        assertThat(body.spool().memoryCapacity()).isZero();
        assertThatThrownBy(() -> body.write(new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatNoFileIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1 << 20})
    void aFileIsCopiedButNeverOverAnother(int threshold) throws IOException {
        byte[] content = randomOctets(30_000);
        Path copy = directory.resolve("copy");
        try (RequestBody body = receive(LIMITS.withMemoryThreshold(threshold), Received.MULTIPART, -1)) {
            Received.push(
                    body,
                    Received.octets(UPLOAD + Received.text(content) + "\r\n--XYZ--"),
                    Received.random(new Random(2), 5000));
            HttpFile file = files(body).get(0);
            file.transferTo(copy);

            assertThat(copy).hasBinaryContent(content);
            assertThat(file.body()).isEqualTo(content);
            assertThat(file.contentType()).isEqualTo("application/unknown");
            assertThatThrownBy(() -> file.transferTo(copy)).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(copy).hasBinaryContent(content);
    }

    @Test
    void filesCannotBeChangedFromOutside() {
        try (RequestBody body = receive(LIMITS, Received.MULTIPART, -1)) {
            Received.push(body, Received.octets(UPLOAD + "x\r\n--XYZ--"), Received.whole());

            assertThatThrownBy(() -> body.files().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> files(body).clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsTheServersFault() {
        Path missing = directory.resolve("missing");
        try (RequestBody body = RequestBody.receive(LIMITS.withMemoryThreshold(0), "", "", -1, missing)) {
            assertThatThrownBy(() -> body.write(new byte[1], 0, 1)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aLongUploadHoldsNoMoreMemoryThanTheThreshold() throws IOException {
        byte[] chunk = randomOctets(8 << 10);
        try (RequestBody body = receive(LIMITS, Received.MULTIPART, 20L << 20)) {
            byte[] head = Received.octets(UPLOAD);
            body.write(head, 0, head.length);
            int largest = 0;
            for (int i = 0; i < 20 << 20 >> 13; i++) {
                body.write(chunk, 0, chunk.length);
                largest = Math.max(largest, body.spool().memoryCapacity());
            }
            byte[] tail = Received.octets("\r\n--XYZ--\r\n");
            body.write(tail, 0, tail.length);
            body.end();

            assertThat(largest).isBetween(chunk.length, LIMITS.memoryThreshold());
            assertThat(body.spool().memoryCapacity()).isZero();
            HttpFile file = files(body).get(0);
            assertThat(file.length()).isEqualTo(20L << 20);
            try (InputStream stream = file.stream()) {
                for (int i = 0; i < 20 << 20 >> 13; i++) {
                    assertThat(stream.readNBytes(chunk.length)).isEqualTo(chunk);
                }
                assertThat(stream.read()).isEqualTo(-1);
            }
        }
        assertThatNoFileIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n--XYZ-",
                "\r\n--XY",
                "\r\n--XYZ\n",
                "\r",
                "\r\n",
                "-",
                "--XYZ\r",
                "--XYZ-X",
                "XYZ--XYZ",
            })
    void nearBoundariesCostNoMoreThanOtherOctets(String near) {
        byte[] flood = Received.octets(near.repeat((8 << 20) / near.length()));
        for (String boundary : new String[] {"XYZ", "-".repeat(200) + "X"}) {
            String outcome = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                byte[] head = Received.octets(UPLOAD.replace("XYZ", boundary));
                byte[] octets = Arrays.copyOf(head, head.length + flood.length);
                System.arraycopy(flood, 0, octets, head.length, flood.length);
                return Received.of(
                        "multipart/form-data; boundary=" + boundary, octets, LIMITS, Received.ofLength(8 << 10));
            });
            assertThat(outcome).startsWith("400: multipart/form-data without a final boundary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "; a", ";a=", "\"", "\\", "\\\"", ";\"", "; a=\"b\"", ";a*=", "; a*1*=x'", "'", "*"})
    void hugeHeadersAreReadInLinearTime(String piece) {
        String header = "multipart/form-data; " + piece.repeat((4 << 20) / piece.length()) + "; boundary=XYZ";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HeaderParameters.parse(header));
    }

    @Test
    void limitsAreCheckedWhenTheyAreMade() {
        assertThat(LIMITS).isEqualTo(new RequestLimits(104_857_600, 1_048_576, 10_485_760, 10_000, 100, 10_240, 1_000));
        for (Consumer<RequestLimits> wrong : List.<Consumer<RequestLimits>>of(
                limits -> limits.withMaxBodySize(-1),
                limits -> limits.withMemoryThreshold(-1),
                limits -> limits.withMaxFormSize(-1),
                limits -> limits.withMaxFields(-1),
                limits -> limits.withMaxParts(-1),
                limits -> limits.withMaxPartHeaderSize(-1),
                limits -> limits.withMaxPartHeaderSize(Integer.MAX_VALUE))) {
            assertThatThrownBy(() -> wrong.accept(LIMITS)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anErrorIsSafeToLog() {
        assertThat(HttpInputError.badRequest("a\r\nb\u001b[31m\u202e\\"))
                .hasMessage("a\\u000d\\u000ab\\u001b[31m\\u202e\\u005c");
        assertThat(HttpInputError.tooLarge("x".repeat(100_000)).getMessage()).hasSizeLessThan(400);
    }

    @Test
    void noContentTypeMakesAnotherExceptionThanTheDeclaredOne() {
        String[] pieces = {
            "multipart/form-data",
            ";",
            "boundary",
            "=",
            "\"",
            "\\",
            "XYZ",
            "*",
            "0",
            "1",
            "'",
            "UTF-8''",
            "%",
            "%41",
            " ",
            "\u00e9",
            "\0"
        };
        Random random = new Random(5);
        int usable = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder contentType = new StringBuilder("multipart/form-data; boundary");
            for (int i = random.nextInt(6); i > 0; i--) {
                contentType.append(pieces[random.nextInt(pieces.length)]);
            }
            String outcome = Received.of(contentType.toString(), UPLOAD + "x\r\n--XYZ--");
            assertThat(outcome).matches("400: .*|f=\\(n application/unknown x\\)");
            usable += outcome.startsWith("f=") ? 1 : 0;
        }
        assertThat(usable).isPositive();
    }

    private RequestBody receive(RequestLimits limits, String contentType, long announcedLength) {
        return RequestBody.receive(limits, contentType, "", announcedLength, directory);
    }

    private static List<HttpFile> files(RequestBody body) {
        return body.files().getOrDefault("f", List.of());
    }

    private static void assertThatRefused(int status, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        HttpInputError.class,
                        error -> assertThat(error.status()).isEqualTo(status));
    }

    private void assertThatNoFileIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    private static byte[] randomOctets(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }
}
