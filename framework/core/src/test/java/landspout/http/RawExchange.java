package landspout.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An exchange whose head is given word by word, as hosts may hand it on, and that can fail where hosts can. */
public final class RawExchange extends HttpExchange implements Connection {

    public final HeaderMap requestHeaders = new HeaderMap();
    public final HeaderMap responseHeaders = new HeaderMap();
    public final List<String> events = new ArrayList<>();
    public String requestVersion = "HTTP/1.1";
    public String root = "";
    public byte[] requestBody = {};
    public boolean readFails;
    public boolean headFails;
    public boolean sendFails;
    public int status;
    public int timesAskedForTheClient;

    private final String method;
    private final String target;
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    public RawExchange(String method, String target) {
        this.method = method;
        this.target = target;
        requestHeaders.set("Host", "localhost");
    }

    public RawExchange with(Feature... more) {
        features.addAll(Arrays.asList(more));
        return this;
    }

    public RawExchange header(String name, String value) {
        requestHeaders.add(name, value);
        return this;
    }

    public RawExchange body(String type, String text) {
        requestBody = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", type).header("Content-Length", Integer.toString(requestBody.length));
    }

    /** As a client does that closes its connection. */
    public void leave() {
        closed();
    }

    public String text() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String uri() {
        return target;
    }

    @Override
    public String path() {
        int mark = target.indexOf('?');
        return target.substring(root.length(), mark < 0 ? target.length() : mark);
    }

    @Override
    public String rootPath() {
        return root;
    }

    @Override
    public String version() {
        return requestVersion;
    }

    @Override
    public HttpHeaders headers() {
        return requestHeaders;
    }

    @Override
    public Connection connection() {
        return this;
    }

    @Override
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    @Override
    public void readBody(BodyReceiver receiver) {
        events.add("read");
        if (readFails) {
            throw new StackOverflowError("the host cannot read");
        }
        receiver.chunk(requestBody, 0, requestBody.length);
        receiver.end();
    }

    @Override
    protected void sendHead(int code, String reason, HeaderMap headers) {
        if (headFails) {
            throw new IllegalStateException("the host cannot send a head");
        }
        events.add("head " + code);
        status = code;
        headers.forEach(responseHeaders::add);
    }

    @Override
    protected CompletionStage<Void> send(byte[] data, int offset, int length, boolean last) {
        if (sendFails) {
            throw new IllegalStateException("the client has left");
        }
        events.add("send " + length + (last ? " last" : ""));
        sent.write(data, offset, length);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    protected void cut() {
        events.add("cut");
    }

    @Override
    public String protocol() {
        return "http";
    }

    @Override
    public String remoteIp() {
        timesAskedForTheClient++;
        return "192.0.2.1";
    }

    @Override
    public String serverName() {
        return "server.test";
    }
}
