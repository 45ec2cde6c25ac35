package landspout.servlet;

import landspout.http.RequestLimits;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Keeps clients that send slowly from taking the threads of those that do not, and ends those that trickle.
 *
 * <p>A servlet reads its request's body on its own thread. Where that is a virtual one it may wait. Where it is one of a
 * pool, as many slow uploads as there are threads would stop the server; so there the body arrives, without a thread,
 * before the servlet is called.
 */
final class JettyServletServerUploads extends Handler.Wrapper {

    private final int minimumRate;
    private final RequestLimits limits;
    private final QueuedThreadPool pool;

    /**
     * @param minimumRate octets a second, on the average of a body; 0 for any
     * @param limits how large a body may be
     * @param pool where servlets run
     */
    JettyServletServerUploads(int minimumRate, RequestLimits limits, QueuedThreadPool pool) {
        this.minimumRate = minimumRate;
        this.limits = limits;
        this.pool = pool;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // The application refuses what is announced as too large by its head alone.
        if (!hasBody(request) || request.getLength() > limits.maxBodySize()) {
            return super.handle(request, response, callback);
        }
        UploadRate rate = new UploadRate(minimumRate);
        if (pool.getVirtualThreadsExecutor() != null) {
            return super.handle(new JettyServletServerMeteredRequest(request, rate), response, callback);
        }
        new JettyServletServerArrival(request, response, callback, rate, limits, pool, super::handle).begin();
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
}
