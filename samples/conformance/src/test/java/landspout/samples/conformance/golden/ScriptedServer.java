package landspout.samples.conformance.golden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plays a script over sockets: per connection it reads so many bytes, writes so many, and so on, then closes. */
final class ScriptedServer implements AutoCloseable {

    /** Bytes to read, then bytes to write. */
    record Step(int read, byte[] write) {

        static Step of(int read, String write) {
            return new Step(read, write.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private final ServerSocket listener;
    private final CompletableFuture<String> received;

    /** Starts to play; one list of steps per connection. */
    ScriptedServer(List<List<Step>> connections) throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        received = CompletableFuture.supplyAsync(() -> play(connections));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** All bytes received, once the script is over, as ISO-8859-1. */
    String received() throws ExecutionException, InterruptedException, TimeoutException {
        return received.get(10, TimeUnit.SECONDS);
    }

    private String play(List<List<Step>> connections) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (List<Step> steps : connections) {
                try (Socket socket = listener.accept()) {
                    for (Step step : steps) {
                        bytes.writeBytes(socket.getInputStream().readNBytes(step.read()));
                        socket.getOutputStream().write(step.write());
                    }
                }
            }
        } catch (IOException failed) {
            throw new CompletionException(failed);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
