package landspout.servlet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One connection on which tests say exactly what goes out, and see exactly what comes back. */
final class RawHttp implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    RawHttp(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedInputStream(socket.getInputStream());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The answer to {@code GET target}, on a connection of its own. */
    static Answer get(int port, String target) {
        return request(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /**
     * The answer to {@code GET target} on a connection that the client wants to keep: only there does Jetty send chunks
     * where it does not know the length. Ends where the server cuts the connection or sends the last chunk.
     */
    static Answer getKeepingAlive(int port, String target) {
        try (RawHttp connection = new RawHttp(port)) {
            connection.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return connection.rest();
        }
    }

    /** The answer to a request with a body, on a connection of its own. */
    static Answer post(int port, String target, String contentType, String body) {
        return request(
                port,
                "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + contentType
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Everything that comes back until the server closes the connection. */
    static Answer request(int port, String octets) {
        try (RawHttp connection = new RawHttp(port)) {
            connection.send(octets);
            return connection.rest();
        }
    }

    void send(String octets) {
        try {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads until this text has come. */
    String readUntil(String text) {
        StringBuilder seen = new StringBuilder();
        try {
            while (seen.indexOf(text) < 0) {
                int octet = in.read();
                if (octet < 0) {
                    throw new AssertionError("the connection ended after: " + seen);
                }
                seen.append((char) octet);
            }
        } catch (IOException failed) {
            throw new AssertionError("waiting for \"" + text + "\" after: " + seen, failed);
        }
        return seen.toString();
    }

    /** Sends this again and again, every tenth of a second, until an answer comes. */
    Answer sendUntilAnswered(String octets) {
        try {
            socket.setSoTimeout(100);
            for (int i = 0; i < 200; i++) {
                send(octets);
                in.mark(1);
                try {
                    if (in.read() >= 0) {
                        in.reset();
                    }
                    socket.setSoTimeout(TIMEOUT_MILLIS);
                    return rest();
                } catch (SocketTimeoutException notYet) {
                    continue;
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new AssertionError("no answer");
    }

    /** Reads until the connection ends, in whatever way. */
    Answer rest() {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                seen.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
                if (seen.indexOf("\r\n0\r\n\r\n") >= 0) {
                    break;
                }
            }
        } catch (SocketTimeoutException hangs) {
            throw new AssertionError("the connection was left open after: " + seen, hangs);
        } catch (IOException reset) {
            return new Answer(seen.toString());
        }
        return new Answer(seen.toString());
    }

    /** Closes so that the server sees a reset rather than an end. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What came back, as it came. */
    record Answer(String text) {

        int status() {
            if (text.isEmpty()) {
                throw new AssertionError("no answer at all");
            }
            return Integer.parseInt(text.substring(9, 12));
        }

        private String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end + 2);
        }

        List<String> headers(String name) {
            List<String> values = new ArrayList<>();
            for (String line : head().split("\r\n")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    values.add(line.substring(name.length() + 1).trim());
                }
            }
            return values;
        }

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        boolean isChunked() {
            return header("Transfer-Encoding").equals(Optional.of("chunked"));
        }

        /** Whether a chunked body has come to its end. */
        boolean hasLastChunk() {
            return text.endsWith("0\r\n\r\n");
        }

        /** The body, out of its chunks. */
        String body() {
            int begin = text.indexOf("\r\n\r\n") + 4;
            String raw = text.substring(begin);
            if (!isChunked()) {
                return raw;
            }
            StringBuilder body = new StringBuilder();
            int at = 0;
            while (at < raw.length()) {
                int line = raw.indexOf("\r\n", at);
                int size = line < 0 ? 0 : Integer.parseInt(raw.substring(at, line), 16);
                if (size == 0) {
                    break;
                }
                body.append(raw, line + 2, line + 2 + size);
                at = line + 2 + size + 2;
            }
            return body.toString();
        }
    }
}
