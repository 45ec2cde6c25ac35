package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import landspout.http.BodyReceiver;
import landspout.http.Connection;
import landspout.http.Feature;
import landspout.http.HeaderMap;
import landspout.http.HttpExchange;
import landspout.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A servlet request and its response as the core sees them. Everything happens on the container's thread, within
 * {@code service}, and blocks.
 */
final class ServletExchange extends HttpExchange {

    private static final System.Logger LOGGER = System.getLogger("landspout.general");
    private static final CompletionStage<Void> SENT = CompletableFuture.completedStage(null);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final MountPoint mountPoint;
    private final String path;
    private final BodyReader bodyReader;
    private final HttpHeaders headers;
    private @Nullable String uri;
    private boolean begun;
    private boolean withoutContent;
    private @Nullable IOException clientGone;
    private boolean unsent;

    ServletExchange(
            HttpServletRequest request,
            HttpServletResponse response,
            MountPoint mountPoint,
            String path,
            BodyReader bodyReader) {
        this.request = request;
        this.response = response;
        this.mountPoint = mountPoint;
        this.path = path;
        this.bodyReader = bodyReader;
        this.headers = new RequestHeaders(request);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String uri() {
        if (uri == null) {
            String query = request.getQueryString();
            uri = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }
        return uri;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String rootPath() {
        return mountPoint.rootPath();
    }

    @Override
    public String version() {
        return request.getProtocol();
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public Connection connection() {
        return new ServletConnection(request, response);
    }

    @Override
    public boolean supports(Feature feature) {
        return false;
    }

    @Override
    public void readBody(BodyReceiver receiver) {
        bodyReader.read(request, receiver);
    }

    @Override
    protected void sendHead(int status, String reason, HeaderMap headers) {
        if (response.isCommitted()) {
            // A filter has, or the container: Tomcat answers 400 while a body with broken chunks is read.
            LOGGER.log(
                    Level.WARNING, () -> "answered already, this " + status + " is dropped: " + method() + " " + path);
            withoutContent = true;
            return;
        }
        ResponseHead.write(response, status, headers);
        begun = true;
        withoutContent = status == 205;
    }

    @Override
    protected CompletionStage<Void> send(byte[] data, int offset, int length, boolean last) {
        if (clientGone != null) {
            return CompletableFuture.failedStage(clientGone);
        }
        try {
            if (length > 0 && !withoutContent) {
                response.getOutputStream().write(data, offset, length);
            }
            // Jetty gives a 304 that it completes by itself a Content-Length of 0, which is not that of the resource.
            if (!last || response.getStatus() == 304) {
                response.flushBuffer();
            }
            return SENT;
        } catch (IOException gone) {
            // Nobody's fault and every day's business: no warning, no stack trace.
            LOGGER.log(Level.DEBUG, () -> "the client has left: " + method() + " " + path + ": " + gone);
            clientGone = gone;
            closed();
            return CompletableFuture.failedStage(gone);
        } catch (RuntimeException refused) {
            // Such as an IllegalStateException after a filter's getWriter(): the core takes this response for sent.
            unsent = true;
            throw refused;
        }
    }

    @Override
    protected void cut() {
        // The container cuts when service throws, which conclude() does once the application is through.
    }

    /**
     * Called at the end of {@code service}: a response that was given up is cut where it has begun, and becomes a plain
     * 500 where it has not.
     *
     * @throws CutConnectionException to be let through to the container
     */
    void conclude() throws IOException {
        if (clientGone != null || (isFinished() && !unsent)) {
            return;
        }
        abort();
        if (response.isCommitted()) {
            if (!begun) {
                return;
            }
            throw new CutConnectionException();
        }
        PlainAnswer.send(response, 500, "Internal Server Error");
    }
}
