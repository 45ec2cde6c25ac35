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

/** One connection on which a request follows the other's answer. Its own work is on no server's account. */
final class LoadClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];

    LoadClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    void repeat(byte[] request, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            exchange(request);
        }
    }

    /** Sends a request and returns its answer, which has a Content-Length and fits into the buffer. */
    String exchange(byte[] request) throws IOException {
        out.write(request);
        int length = read(0);
        String answer = text(length);
        int head = answer.indexOf("\r\n\r\n");
        while (head < 0) {
            length = read(length);
            answer = text(length);
            head = answer.indexOf("\r\n\r\n");
        }
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("not what was asked for: " + answer);
        }
        int whole = head + 4 + contentLength(answer.substring(0, head));
        while (length < whole) {
            length = read(length);
        }
        return text(whole);
    }

    private int read(int offset) throws IOException {
        int length = in.read(buffer, offset, buffer.length - offset);
        if (length <= 0) {
            throw new EOFException("the connection ended within an answer");
        }
        return offset + length;
    }

    private String text(int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
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
