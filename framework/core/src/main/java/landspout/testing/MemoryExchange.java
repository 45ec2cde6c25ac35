package landspout.testing;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import landspout.http.BodyReceiver;
import landspout.http.Connection;
import landspout.http.Feature;
import landspout.http.HeaderMap;
import landspout.http.HttpExchange;
import landspout.http.HttpHeaders;

/** The seam in memory: a request that was made by hand, and what came back. */
final class MemoryExchange extends HttpExchange {

    /** As a network would: an upload comes in many pieces. */
    private static final int CHUNK = 8192;

    private static final Connection CONNECTION = new Connection() {
        @Override
        public String protocol() {
            return "http";
        }

        @Override
        public String remoteIp() {
            return "127.0.0.1";
        }

        @Override
        public String serverName() {
            return "localhost";
        }
    };

    private final String method;
    private final String uri;
    private final String rootPath;
    private final HttpHeaders requestHeaders;
    private final byte[] requestBody;
    private final ByteArrayOutputStream responseBody = new ByteArrayOutputStream();
    private final HeaderMap responseHeaders = new HeaderMap();
    private int status;
    private String reason = "";

    MemoryExchange(String method, String uri, String rootPath, HttpHeaders headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.rootPath = rootPath;
        this.requestHeaders = headers;
        this.requestBody = body;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String path() {
        int end = uri.indexOf('?');
        String path = uri.substring(rootPath.length(), end < 0 ? uri.length() : end);
        return path.isEmpty() ? "/" : path;
    }

    @Override
    public String rootPath() {
        return rootPath;
    }

    @Override
    public String version() {
        return "HTTP/1.1";
    }

    @Override
    public HttpHeaders headers() {
        return requestHeaders;
    }

    @Override
    public Connection connection() {
        return CONNECTION;
    }

    /** Pieces of a body can be handed over one by one here; there is no loop to wait on. */
    @Override
    public boolean supports(Feature feature) {
        return feature == Feature.STREAM_REQUEST_BODY;
    }

    @Override
    public void readBody(BodyReceiver receiver) {
        for (int at = 0; at < requestBody.length; at += CHUNK) {
            receiver.chunk(requestBody, at, Math.min(CHUNK, requestBody.length - at));
        }
        receiver.end();
    }

    @Override
    protected void sendHead(int code, String phrase, HeaderMap headers) {
        status = code;
        reason = phrase;
        headers.forEach(responseHeaders::add);
    }

    @Override
    protected CompletionStage<Void> send(byte[] data, int offset, int length, boolean last) {
        responseBody.write(data, offset, length);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    protected void cut() {}

    TestResponse response() {
        if (!isStarted()) {
            throw new IllegalStateException("the application sent no answer to " + method + " " + uri);
        }
        return new TestResponse(status, reason, responseHeaders, responseBody.toByteArray(), isFinished());
    }
}
