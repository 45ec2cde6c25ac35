package landspout.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection on which requests follow the answers to those before. Its work is on no server's account. */
final class LoadClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[32 * 1024];
    private int length;

    LoadClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends a batch of requests and reads their answers, again and again. */
    void repeat(byte[] batch, int requests, int batches) throws IOException {
        for (int i = 0; i < batches; i++) {
            out.write(batch);
            for (int k = 0; k < requests; k++) {
                answer();
            }
        }
    }

    /** Sends a request and returns its answer. */
    String exchange(byte[] request) throws IOException {
        out.write(request);
        return answer();
    }

    /** The next answer, which has a Content-Length and fits into the buffer. */
    private String answer() throws IOException {
        int head = endOfHead();
        while (head < 0) {
            read();
            head = endOfHead();
        }
        String answer = text(head);
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("not what was asked for: " + answer);
        }
        int whole = head + contentLength(answer);
        while (length < whole) {
            read();
        }
        answer = text(whole);
        length -= whole;
        System.arraycopy(buffer, whole, buffer, 0, length);
        return answer;
    }

    private int endOfHead() {
        for (int i = 4; i <= length; i++) {
            if (buffer[i - 1] == '\n' && buffer[i - 2] == '\r' && buffer[i - 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void read() throws IOException {
        int count = in.read(buffer, length, buffer.length - length);
        if (count <= 0) {
            throw new EOFException("the connection ended within an answer");
        }
        length += count;
    }

    private String text(int end) {
        return new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static int contentLength(String head) throws IOException {
        int start = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (start < 0) {
            throw new IOException("an answer without a length: " + head);
        }
        int end = head.indexOf("\r\n", start + 2);
        return Integer.parseInt(head.substring(start + LENGTH.length(), end < 0 ? head.length() : end)
                .trim());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
