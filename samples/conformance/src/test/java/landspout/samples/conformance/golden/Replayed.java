package landspout.samples.conformance.golden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Makes an answer of a recording, as the server gave it before it was recorded. */
final class Replayed {

    private static final String ANY_DATE = "Tue, 01 May 2018 12:30:15 GMT";

    private Replayed() {}

    /** The answer to the requests of a case. */
    static Answer answer(GoldenCase goldenCase, RecordedAnswer recorded) {
        List<Answer> next = new ArrayList<>();
        for (int index = 0; index < goldenCase.more().size(); index++) {
            next.add(single(recorded.next().get(index)));
        }
        return single(recorded).withNext(next);
    }

    private static Answer single(RecordedAnswer recorded) {
        boolean gzip = recorded.headers().values("content-encoding").contains("gzip");
        RecordedBody recordedBody = recorded.body();
        byte[] plain = recordedBody.isLarge() ? LargeBodies.madeFor(recordedBody) : recordedBody.content();
        byte[] body = gzip && plain.length > 0 ? zipped(plain) : plain;
        List<HeaderLines.Line> lines = recorded.headers().lines().stream()
                .map(line -> line.value().equals("*") ? new HeaderLines.Line(line.name(), ANY_DATE) : line)
                .map(line -> body.length > 0 && line.name().equals("Content-Length")
                        ? new HeaderLines.Line(line.name(), String.valueOf(body.length))
                        : line)
                .toList();
        return Answer.of(recorded.status(), recorded.reason(), new HeaderLines(lines), body);
    }

    /** An answer as it goes over a connection. */
    static byte[] bytes(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " " + answer.reason() + "\r\n");
        answer.headers().lines().forEach(line -> head.append(line.name() + ": " + line.value() + "\r\n"));
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (answer.headers().values("transfer-encoding").contains("chunked")) {
            int half = answer.body().length / 2;
            writeChunk(bytes, answer.body(), 0, half);
            writeChunk(bytes, answer.body(), half, answer.body().length - half);
            bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        } else {
            bytes.writeBytes(answer.body());
        }
        return bytes.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream bytes, byte[] body, int offset, int length) {
        if (length > 0) {
            bytes.writeBytes((Integer.toHexString(length) + ";part=1\r\n").getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(body, offset, length);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
