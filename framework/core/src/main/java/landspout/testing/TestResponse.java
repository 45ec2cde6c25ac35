package landspout.testing;

import java.nio.charset.StandardCharsets;
import landspout.escape.Escape;
import landspout.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What an application answered. */
public final class TestResponse {

    private final int status;
    private final String reason;
    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean complete;

    TestResponse(int status, String reason, HttpHeaders headers, byte[] body, boolean complete) {
        this.status = status;
        this.reason = reason;
        this.headers = headers;
        this.body = body;
        this.complete = complete;
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The reason phrase. */
    public String reason() {
        return reason;
    }

    /** The header fields. */
    public HttpHeaders headers() {
        return headers;
    }

    /** A header field's value; the empty text when it is absent. */
    public String header(String name) {
        return headers.get(name, "");
    }

    /** The body's octets. */
    public byte[] body() {
        return body.clone();
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body read as JSON: maps, lists, strings, numbers, booleans, or null. */
    public @Nullable Object json() {
        return Escape.jsonDecode(body);
    }

    /** Whether the answer came to its end; otherwise it was cut, as it is when a handler fails half way. */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public String toString() {
        return status + " " + reason + " " + headers + "\n" + text();
    }
}
