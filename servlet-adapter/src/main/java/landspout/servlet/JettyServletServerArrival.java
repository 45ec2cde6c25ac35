package landspout.servlet;

import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import landspout.http.HttpInputError;
import landspout.http.RequestBody;
import landspout.http.RequestLimits;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * A request whose body is coming in: small ones to memory, larger ones to a temporary file. It holds no thread while it
 * waits for the client; when all is there, the servlet is called.
 *
 * <p>One thread at a time runs it: the one that handles the request, or a selector's when more has come.
 */
final class JettyServletServerArrival implements Invocable.Task {

    private static final System.Logger LOGGER = System.getLogger("landspout.general");

    /** Many slow clients may be waited for at a time, so that each of them gets less memory than a handler has. */
    private static final int MEMORY_THRESHOLD = 64 * 1024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final UploadRate rate;
    private final Executor executor;
    private final Request.Handler servlet;
    private final RequestBody body;

    JettyServletServerArrival(
            Request request,
            Response response,
            Callback callback,
            UploadRate rate,
            RequestLimits limits,
            Executor executor,
            Request.Handler servlet) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.rate = rate;
        this.executor = executor;
        this.servlet = servlet;
        // Of no type: what is in it is the servlet's business.
        this.body = RequestBody.receive(limits.withMemoryThreshold(MEMORY_THRESHOLD), "", "", request.getLength());
    }

    /** Reads what is there, on a thread that may block: a body that is there whole is served on it too. */
    void begin() {
        if (arrive()) {
            serve();
        }
    }

    /** Reads what has come since, on a selector's thread, which may not block. */
    @Override
    public void run() {
        if (arrive()) {
            try {
                executor.execute(this::serve);
            } catch (RejectedExecutionException full) {
                refuse(503);
            }
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Whether all of the body is there. */
    private boolean arrive() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                rate.waiting();
                request.demand(this);
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(status(chunk.getFailure()));
                return false;
            }
            boolean last = chunk.isLast();
            rate.received(chunk.remaining());
            try {
                body.write(chunk.getByteBuffer());
            } catch (HttpInputError tooLarge) {
                refuse(tooLarge.status());
                return false;
            } catch (UncheckedIOException diskFull) {
                LOGGER.log(System.Logger.Level.ERROR, "a request's body cannot be kept", diskFull);
                refuse(500);
                return false;
            } finally {
                chunk.release();
            }
            if (last) {
                body.end();
                return true;
            }
            if (rate.isTooSlow()) {
                refuse(408);
                return false;
            }
        }
    }

    private void serve() {
        Callback done = Callback.from(callback, body::close);
        try {
            if (!servlet.handle(new JettyServletServerArrivedRequest(request, body), response, done)) {
                Response.writeError(request, response, done, 404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, done, failure);
        }
    }

    private void refuse(int status) {
        body.close();
        Response.writeError(request, response, callback, status);
    }

    private static int status(Throwable failure) {
        if (failure instanceof HttpException http) {
            return http.getCode();
        }
        return failure instanceof TimeoutException ? 408 : 400;
    }
}
