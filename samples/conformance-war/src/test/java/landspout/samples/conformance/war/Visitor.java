package landspout.samples.conformance.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks the application for one of everything, and keeps no connection: Jetty's remember whom they were last for. */
final class Visitor {

    /** More than is kept in memory. */
    private static final int UPLOAD_LENGTH = 3_000_000;

    private final URI root;

    Visitor(int port) {
        this.root = URI.create("http://127.0.0.1:" + port + "/");
    }

    void visit() throws IOException {
        answers(get("/"), 200, "Hello, world");
        answers(get("/static/hello.txt"), 200, "");
        answers(get("/template/child?name=Ann"), 200, "<i>part for Ann</i>");
        answers(get("/xsrf"), 200, "\"token_length\":");
        answers(get("/signed/set?value=kept"), 200, "set");
        answers(get("/error/crash"), 500, "Internal Server Error");
        answers(get("/async/native"), 200, "without suspension");
        answers(get("/async/sleep"), 501, "");
        answers(post("/json/echo", "application/json", "{\"list\": [1, \"two\"]}"), 200, "\"two\"");
        String part = "--limit\r\nContent-Disposition: form-data; name=\"f\"; filename=\"big\"\r\n\r\n";
        String form = part + "x".repeat(UPLOAD_LENGTH) + "\r\n--limit--\r\n";
        answers(post("/form/upload", "multipart/form-data; boundary=limit", form), 200, "" + UPLOAD_LENGTH);
    }

    private HttpURLConnection get(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) root.resolve(path).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private HttpURLConnection post(String path, String type, String body) throws IOException {
        HttpURLConnection connection = get(path);
        connection.setRequestProperty("Content-Type", type);
        connection.setDoOutput(true);
        try (OutputStream output = connection.getOutputStream()) {
            output.write(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        return connection;
    }

    private static void answers(HttpURLConnection connection, int status, String part) throws IOException {
        String path = connection.getURL().getPath();
        assertThat(connection.getResponseCode()).as(path).isEqualTo(status);
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .as(path)
                    .contains(part);
        }
    }
}
