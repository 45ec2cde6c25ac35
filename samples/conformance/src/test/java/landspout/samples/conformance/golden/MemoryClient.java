package landspout.samples.conformance.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import landspout.http.HttpHeaders;
import landspout.testing.TestClient;
import landspout.testing.TestRequest;
import landspout.testing.TestResponse;

/** Sends requests to an application in memory, and frames the answers as a host would. */
final class MemoryClient extends Client {

    private final TestClient client;

    MemoryClient(TestClient client) {
        this.client = client;
    }

    /** Whether a case can be asked in memory: one request, and nothing in it that only bytes on the wire can say. */
    static boolean understands(GoldenCase goldenCase) {
        RequestText request = RequestText.parse(goldenCase.request());
        boolean saysItsType = request.body().isEmpty() || request.has("content-type");
        return goldenCase.more().isEmpty()
                && !goldenCase.expectContinue()
                && !request.has("transfer-encoding")
                && saysItsType;
    }

    @Override
    Answer send(List<String> requests, boolean pipelined, boolean expectContinue) {
        RequestText text = RequestText.parse(requests.get(0));
        TestRequest request = client.request(text.method(), text.target());
        if (!text.body().isEmpty()) {
            request.body("", text.body().getBytes(StandardCharsets.ISO_8859_1));
        }
        Map<String, List<String>> headers = text.headers();
        headers.forEach((name, values) -> {
            request.header(name, values.get(0));
            values.subList(1, values.size()).forEach(value -> request.addHeader(name, value));
        });
        return answer(text.method(), request.send());
    }

    private static Answer answer(String method, TestResponse response) {
        HeaderLines headers = new HeaderLines(framed(method, response));
        Answer answer = Answer.of(response.status(), response.reason(), headers, response.body());
        return response.isComplete() ? answer : answer.cutOff("cut by the application");
    }

    /** A body without a length goes out in chunks. */
    private static List<HeaderLines.Line> framed(String method, TestResponse response) {
        HttpHeaders headers = response.headers();
        List<HeaderLines.Line> lines = new ArrayList<>();
        for (String name : headers.names()) {
            headers.getList(name).forEach(value -> lines.add(new HeaderLines.Line(name, value)));
        }
        boolean bodyless = method.equals("HEAD") || response.body().length == 0;
        if (!bodyless && !headers.contains("Content-Length")) {
            lines.add(new HeaderLines.Line("Transfer-Encoding", "chunked"));
        }
        return lines;
    }
}
