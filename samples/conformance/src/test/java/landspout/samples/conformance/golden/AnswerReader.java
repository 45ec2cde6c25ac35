package landspout.samples.conformance.golden;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** Reads the answers off one connection. What is wrong with them is told in the {@link Answer}. */
final class AnswerReader {

    private static final int MILLISECONDS_FOR_EXTRA_BYTES = 2000;

    private final Socket socket;
    private final WireReader wire;

    AnswerReader(Socket socket, WireReader wire) {
        this.socket = socket;
        this.wire = wire;
    }

    /** Reads one answer; after the last one of a connection, bytes that should not be there are looked for. */
    Answer read(String method, boolean last) throws IOException {
        AnswerHead head;
        try {
            head = finalHead();
        } catch (EOFException | SocketException closed) {
            return Answer.none("connection closed without a response " + shortened(wire.pending()));
        } catch (SocketTimeoutException silent) {
            return Answer.none("no response in time");
        } catch (MalformedAnswer malformed) {
            return Answer.none(String.valueOf(malformed.getMessage()));
        }
        if (head.status() == 101) {
            return answer(head, new byte[0]);
        }
        if (head.isBodyless(method)) {
            return answer(head, new byte[0]).followedBy(last ? extraBytes() : "");
        }
        return withBody(head);
    }

    private AnswerHead finalHead() throws IOException {
        while (true) {
            AnswerHead head = AnswerHead.parse(wire.until("\r\n\r\n"));
            if (!head.isInterim()) {
                return head;
            }
        }
    }

    private Answer withBody(AnswerHead head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            readBody(head, body);
            return answer(head, body.toByteArray());
        } catch (EOFException | SocketException closed) {
            body.writeBytes(wire.takePending());
            return answer(head, body.toByteArray()).cutOff("");
        } catch (SocketTimeoutException silent) {
            return answer(head, body.toByteArray()).cutOff("body did not end in time");
        } catch (MalformedAnswer malformed) {
            return answer(head, body.toByteArray()).cutOff(String.valueOf(malformed.getMessage()));
        }
    }

    private void readBody(AnswerHead head, ByteArrayOutputStream body) throws IOException {
        if (head.isChunked()) {
            readChunks(body);
            return;
        }
        OptionalInt length = head.contentLength();
        body.writeBytes(length.isPresent() ? wire.exactly(length.getAsInt()) : wire.rest());
    }

    private void readChunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            String sizeLine = wire.until("\r\n");
            int size = AnswerHead.number(sizeLine.split(";", 2)[0], 16);
            if (size == 0) {
                skipTrailers();
                return;
            }
            body.writeBytes(wire.exactly(size));
            if (!Arrays.equals(wire.exactly(2), new byte[] {'\r', '\n'})) {
                throw new MalformedAnswer("chunk without CRLF");
            }
        }
    }

    private void skipTrailers() throws IOException {
        while (!wire.until("\r\n").isEmpty()) {
            // A trailer: nothing compares them.
        }
    }

    private String extraBytes() throws IOException {
        socket.setSoTimeout(MILLISECONDS_FOR_EXTRA_BYTES);
        return shortened(new String(wire.rest(), StandardCharsets.ISO_8859_1));
    }

    private static Answer answer(AnswerHead head, byte[] body) {
        return Answer.of(head.status(), head.reason(), head.headers(), body);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
