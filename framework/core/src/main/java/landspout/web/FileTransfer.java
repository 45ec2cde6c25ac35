package landspout.web;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.CompletableFuture;
import landspout.http.HttpExchange;

/**
 * Sends a part of a file and ends the answer: a slice, then the next one as soon as the connection takes it, so that no
 * more than one slice of a file is ever in memory.
 *
 * <p>Used by one thread at a time: the one that its exchange is on.
 */
final class FileTransfer {

    private final RequestHandler handler;
    private final HttpExchange exchange;
    private final SeekableByteChannel channel;
    private final boolean compressed;
    private byte[] slice = {};
    private long left;

    /** Takes over the channel, which stands where the part begins. */
    FileTransfer(RequestHandler handler, SeekableByteChannel channel, long length) {
        this.handler = handler;
        this.exchange = handler.request().exchange();
        this.channel = channel;
        this.left = length;
        this.compressed = handler.isCompressible();
    }

    /** Sends as much as the connection takes now; the rest follows by itself. */
    void run() throws IOException {
        boolean waiting = false;
        try {
            while (left > 0 && !waiting) {
                handler.writeUncopied(read());
                // As in Tornado, whose files always leave through flush(): otherwise small ones go uncompressed.
                if (left > 0 || compressed) {
                    waiting = !flush();
                }
            }
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
        if (!waiting) {
            channel.close();
            handler.finish();
        }
    }

    /** Whether the connection takes more at once; otherwise this goes on when it does. */
    private boolean flush() {
        CompletableFuture<Void> sent = handler.flush().toCompletableFuture();
        if (sent.isDone()) {
            sent.join();
            return true;
        }
        sent.whenComplete((nothing, failure) -> exchange.run(() -> resume(failure != null)));
        return false;
    }

    private void resume(boolean clientLeft) {
        try {
            if (clientLeft) {
                channel.close();
                exchange.abort();
            } else {
                run();
            }
        } catch (IOException | RuntimeException failed) {
            Logs.APPLICATION.log(Level.ERROR, "cut off: " + AccessLog.summary(handler.request()), failed);
            exchange.abort();
        }
    }

    /** The next octets; the array is used again for the slice after them. */
    private byte[] read() throws IOException {
        int length = (int) Math.min(left, StaticFile.SLICE);
        if (slice.length != length) {
            slice = new byte[length];
        }
        ByteBuffer buffer = ByteBuffer.wrap(slice);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file has become shorter while it was sent");
            }
        }
        left -= length;
        return slice;
    }
}
