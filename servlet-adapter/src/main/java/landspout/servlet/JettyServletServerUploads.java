package landspout.servlet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clients that send slowly from taking the threads of those that do not.
 *
 * <p>A servlet reads its request's body on a thread of the pool, so that as many trickling uploads as there are threads
 * stop a server. Here the first {@value #BUFFER_SIZE} octets, which is all there is of most bodies, arrive without a
 * thread before the servlet is called. Larger bodies are read by the servlet, but not by more at a time than half of
 * the pool has threads; further ones wait, without a thread. And a client has to keep up a minimum rate.
 *
 * <p>One thread at a time runs an {@link Arrival}: the one that handles the request, or a selector's when more has come.
 */
final class JettyServletServerUploads extends Handler.Wrapper {

    private static final int BUFFER_SIZE = 16 * 1024;

    private final int minimumRate;
    private final JettyServletServerTurns turns;

    /**
     * @param minimumRate octets a second, on the average of a body; 0 for any
     * @param turns where requests wait whose body has not come in whole
     */
    JettyServletServerUploads(int minimumRate, JettyServletServerTurns turns) {
        this.minimumRate = minimumRate;
        this.turns = turns;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        Arrival arrival = new Arrival(request, response, callback);
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            // The client waits for "100 Continue", which the application's first read of the body sends: not before.
            arrival.takeTurn();
        } else {
            arrival.read(true);
        }
        return true;
    }

    private static boolean hasBody(Request request) {
        long length = request.getLength();
        if (length >= 0) {
            return length > 0;
        }
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private final class Arrival implements Invocable.Task {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final UploadRate rate = new UploadRate(minimumRate);
        private byte[] buffer = new byte[0];
        private int size;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            read(false);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        private void read(boolean mayBlock) {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    rate.waiting();
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    refuse(chunk.getFailure());
                    return;
                }
                append(chunk.getByteBuffer());
                boolean last = chunk.isLast();
                chunk.release();
                if (last) {
                    Arrived whole = new Arrived(request, rate, buffer, size, true, () -> {});
                    if (mayBlock) {
                        pass(whole, callback);
                    } else {
                        turns.execute(() -> pass(whole, callback), callback::failed);
                    }
                    return;
                }
                if (size >= BUFFER_SIZE) {
                    takeTurn();
                    return;
                }
                if (rate.isTooSlow()) {
                    refuse(rate.tooSlow());
                    return;
                }
            }
        }

        private void append(ByteBuffer octets) {
            int length = octets.remaining();
            if (size + length > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(size + length, Math.min(2 * buffer.length, BUFFER_SIZE)));
            }
            octets.get(buffer, size, length);
            rate.received(length);
            size += length;
        }

        private void takeTurn() {
            turns.take(
                    end -> pass(new Arrived(request, rate, buffer, size, false, end), Callback.from(end, callback)),
                    callback::failed);
        }

        private void pass(Arrived arrived, Callback done) {
            try {
                if (!JettyServletServerUploads.super.handle(arrived, response, done)) {
                    Response.writeError(request, response, done, 404);
                }
            } catch (Throwable failure) {
                Response.writeError(request, response, done, failure);
            }
        }

        private void refuse(Throwable failure) {
            int status = failure instanceof HttpException http
                    ? http.getCode()
                    : failure instanceof TimeoutException ? 408 : 400;
            Response.writeError(request, response, callback, status);
        }
    }

    /** The request with those octets of its body in front that have come in already. */
    private static final class Arrived extends Request.Wrapper {

        private final UploadRate rate;
        private final boolean whole;
        private final Runnable onLast;
        private Content.@Nullable Chunk first;

        Arrived(Request request, UploadRate rate, byte[] buffer, int size, boolean whole, Runnable onLast) {
            super(request);
            this.rate = rate;
            this.whole = whole;
            this.onLast = onLast;
            this.first = size == 0 ? null : Content.Chunk.from(ByteBuffer.wrap(buffer, 0, size), whole);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = first;
            if (chunk != null) {
                first = null;
                return chunk;
            }
            if (whole) {
                return Content.Chunk.EOF;
            }
            chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            rate.received(chunk.remaining());
            if (chunk.isLast()) {
                onLast.run();
            } else if (rate.isTooSlow()) {
                chunk.release();
                return Content.Chunk.from(rate.tooSlow());
            }
            return chunk;
        }

        @Override
        public void demand(Runnable callback) {
            rate.waiting();
            super.demand(callback);
        }
    }
}
