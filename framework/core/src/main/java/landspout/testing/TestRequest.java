package landspout.testing;

import java.util.Map;
import java.util.stream.Collectors;
import landspout.escape.Escape;
import landspout.http.HeaderMap;

/** A request to an application in memory; {@link #send} sends it. */
public final class TestRequest {

    private final TestClient client;
    private final String method;
    private final String uri;
    private final HeaderMap headers = new HeaderMap();
    private byte[] body = {};

    TestRequest(TestClient client, String method, String uri) {
        this.client = client;
        this.method = method;
        this.uri = uri;
        headers.set("Host", "localhost");
    }

    /** Sets a header field. */
    public TestRequest header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /** Adds a value to a header field. */
    public TestRequest addHeader(String name, String value) {
        headers.add(name, value);
        return this;
    }

    /** Sends these octets, of this type, as the body. */
    public TestRequest body(String contentType, byte[] octets) {
        body = octets.clone();
        return header("Content-Type", contentType).header("Content-Length", Integer.toString(octets.length));
    }

    /** Sends a urlencoded form. */
    public TestRequest form(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> Escape.urlEscape(field.getKey()) + "=" + Escape.urlEscape(field.getValue()))
                .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded", Escape.utf8(form));
    }

    /** Sends a value as JSON. */
    public TestRequest json(Object value) {
        return body("application/json", Escape.jsonEncodeToBytes(value));
    }

    /** Runs the application, and returns what it answered. */
    public TestResponse send() {
        return client.send(new MemoryExchange(method, client.rootPath() + uri, client.rootPath(), headers, body));
    }
}
