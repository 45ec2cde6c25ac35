package landspout.samples.conformance.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the application for one of everything. */
final class Visitor {

    /** More than is kept in memory. */
    private static final int UPLOAD_LENGTH = 3_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;

    Visitor(int port) {
        this.root = URI.create("http://127.0.0.1:" + port + "/");
    }

    void visit() throws IOException, InterruptedException {
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

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return get(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private void answers(HttpRequest.Builder request, int status, String part)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.uri().getPath()).isEqualTo(status);
        assertThat(response.body()).contains(part);
    }
}
