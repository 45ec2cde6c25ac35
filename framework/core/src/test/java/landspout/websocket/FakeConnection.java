package landspout.websocket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes down what a handler sends. */
final class FakeConnection implements WebSocketConnection {

    final List<String> sent = new ArrayList<>();

    @Override
    public CompletionStage<Void> writeText(String message) {
        return note("text " + message);
    }

    @Override
    public CompletionStage<Void> writeBinary(byte[] message) {
        return note("binary " + new String(message, StandardCharsets.ISO_8859_1));
    }

    @Override
    public CompletionStage<Void> ping(byte[] data) {
        return note("ping " + data.length);
    }

    @Override
    public void close(OptionalInt code, Optional<String> reason) {
        note("close " + (code.isPresent() ? code.getAsInt() : "-") + " " + reason.orElse("-"));
    }

    @Override
    public void setNodelay(boolean nodelay) {
        note("nodelay " + nodelay);
    }

    private CompletionStage<Void> note(String what) {
        sent.add(what);
        return CompletableFuture.completedFuture(null);
    }
}
