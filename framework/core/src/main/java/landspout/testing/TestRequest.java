package landspout.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<TestFile> files = new ArrayList<>();
    private byte[] body = {};

    private record TestFile(String field, String filename, String contentType, byte[] octets) {}

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

    /** Sends a urlencoded form, or a multipart one where there is a {@link #file} too. */
    public TestRequest form(Map<String, String> more) {
        fields.putAll(more);
        return files.isEmpty() ? urlEncoded() : multipart();
    }

    /** Uploads a file in a multipart form, which may have several and the fields of {@link #form} too. */
    public TestRequest file(String field, String filename, String contentType, byte[] octets) {
        files.add(new TestFile(field, filename, contentType, octets.clone()));
        return multipart();
    }

    private TestRequest multipart() {
        MultipartForm form = new MultipartForm();
        fields.forEach(form::field);
        files.forEach(file -> form.file(file.field, file.filename, file.contentType, file.octets));
        return body(form.contentType(), form.end());
    }

    private TestRequest urlEncoded() {
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
        return client.send(method, uri, headers, body);
    }
}
