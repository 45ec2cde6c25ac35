package landspout.samples.conformance.golden;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends the requests of a case byte for byte to a server on this machine, and reads what comes back. */
final class RawClient extends Client {

    private static final int TIMEOUT_MILLISECONDS = 10_000;
    private static final int MILLISECONDS_FOR_CONTINUE = 1000;

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    @Override
    Answer send(List<String> requests, boolean pipelined, boolean expectContinue) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.setTcpNoDelay(true);
            WireReader wire = new WireReader(socket.getInputStream());
            AnswerReader reader = new AnswerReader(socket, wire);
            if (pipelined) {
                write(socket, String.join("", requests));
            }
            List<Answer> answers = new ArrayList<>();
            for (int index = 0; index < requests.size(); index++) {
                String request = requests.get(index);
                if (expectContinue) {
                    writeInTwoParts(socket, wire, request);
                } else if (!pipelined) {
                    write(socket, request);
                }
                answers.add(reader.read(GoldenCase.method(request), index == requests.size() - 1));
            }
            return answers.get(0).withNext(List.copyOf(answers.subList(1, answers.size())));
        }
    }

    private static void writeInTwoParts(Socket socket, WireReader wire, String request) throws IOException {
        int bodyStart = request.indexOf("\r\n\r\n") + 4;
        write(socket, request.substring(0, bodyStart));
        socket.setSoTimeout(MILLISECONDS_FOR_CONTINUE);
        try {
            while (!wire.pending().contains("\r\n\r\n")) {
                wire.fill();
            }
        } catch (SocketTimeoutException | SocketException | EOFException noContinue) {
            // A missing 100 is no failure.
        }
        socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        String early = wire.pending();
        if (early.isEmpty() || early.matches("(?s)HTTP/1\\.[01] 100.*")) {
            write(socket, request.substring(bodyStart));
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException closed) {
            // The server may refuse a request before it has read it; its answer counts.
        }
    }
}
