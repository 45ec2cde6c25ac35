package landspout.samples.conformance.golden;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes bytes off a connection: up to a mark, a number of them, or all that come. */
final class WireReader {

    private final InputStream input;
    private byte[] buffer = new byte[0];

    WireReader(InputStream input) {
        this.input = input;
    }

    /** Waits for more bytes. An {@link EOFException} says that none will come. */
    void fill() throws IOException {
        byte[] chunk = new byte[65536];
        int count = input.read(chunk);
        if (count < 0) {
            throw new EOFException("closed");
        }
        int before = buffer.length;
        buffer = Arrays.copyOf(buffer, before + count);
        System.arraycopy(chunk, 0, buffer, before, count);
    }

    /** What has come and was not taken yet, as ISO-8859-1. */
    String pending() {
        return new String(buffer, StandardCharsets.ISO_8859_1);
    }

    /** Takes what has come and was not taken yet. */
    byte[] takePending() {
        return take(buffer.length);
    }

    /** Takes everything before the mark, and drops the mark. */
    String until(String mark) throws IOException {
        int at = pending().indexOf(mark);
        while (at < 0) {
            fill();
            at = pending().indexOf(mark);
        }
        String text = new String(take(at), StandardCharsets.ISO_8859_1);
        take(mark.length());
        return text;
    }

    byte[] exactly(int count) throws IOException {
        while (buffer.length < count) {
            fill();
        }
        return take(count);
    }

    /** Takes all there is until the connection ends or stays silent for longer than its time-out. */
    byte[] rest() throws IOException {
        try {
            while (true) {
                fill();
            }
        } catch (EOFException | SocketException | SocketTimeoutException end) {
            return takePending();
        }
    }

    private byte[] take(int count) {
        byte[] taken = Arrays.copyOf(buffer, count);
        buffer = Arrays.copyOfRange(buffer, count, buffer.length);
        return taken;
    }
}
