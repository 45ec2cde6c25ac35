package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client sends the bytes of every case as they are, and understands every recorded answer. */
final class RawClientTest {

    @TestFactory
    Stream<DynamicTest> everyCaseGoesOverTheWire() {
        return Corpus.all()
                .map(goldenCase -> DynamicTest.dynamicTest(goldenCase.fullName(), () -> {
                    RecordedAnswer recorded = goldenCase.answers(Mode.NATIVE).get(0);
                    try (ScriptedServer server = new ScriptedServer(script(goldenCase, recorded))) {
                        Answer answer = new RawClient(server.port()).exchange(goldenCase);
                        assertThat(server.received()).isEqualTo(String.join("", sent(goldenCase)));
                        assertThat(new Comparison(Mode.NATIVE, Mount.ROOT).differences(goldenCase, answer))
                                .isEmpty();
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | HTTP/1.1 200 OK~Content-Length: 5~~abc           | 200 | abc  | true  | ''",
                "GET  | HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abc~ | 200 | abc  | true  | ''",
                "GET  | HTTP/1.1 200 OK~Transfer-Encoding: chunked~~z~abc~ | 200 | ''   | true  | ''",
                "GET  | HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abcXX0~~ | 200 | abc | true | ''",
                "GET  | HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abc~0~T: 1~~ | 200 | abc | false | ''",
                "GET  | HTTP/1.1 200 OK~Content-Length: +x~~abc          | 200 | ''  | true  | ''",
                "GET  | HTTP/1.1 200 OK~~until the end                   | 200 | until the end | false | ''",
                "GET  | HTTP/1.1 103 Early~~HTTP/1.1 200 OK~Content-Length: 0~~ | 200 | '' | false | ''",
                "HEAD | HTTP/1.1 200 OK~Content-Length: 5~~              | 200 | ''   | false | ''",
                "HEAD | HTTP/1.1 200 OK~Content-Length: 5~~12345         | 200 | ''   | false | 12345",
                "GET  | HTTP/1.1 304 Not Modified~~x                     | 304 | ''   | false | x",
                "GET  | HTTP/1.1 204~~                                   | 204 | ''   | false | ''",
                "GET  | ''                                               | 0   | ''   | false | ''",
                "GET  | HTTP/1.1 200 OK~Content                          | 0   | ''   | false | ''",
                "GET  | SSH-2.0~~                                        | 0   | ''   | false | ''",
                "GET  | HTTP/1.1 200 OK~no colon~~                       | 0   | ''   | false | ''",
            })
    void tellsWhatIsWrongWithAnAnswer(
            String method, String bytes, int status, String body, boolean truncated, String extra) throws Exception {
        String request = method + " / HTTP/1.1\r\nHost: conformance.test\r\n\r\n";
        ScriptedServer.Step step = ScriptedServer.Step.of(request.length(), bytes.replace("~", "\r\n"));
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(step)))) {
            Answer answer = new RawClient(server.port()).exchange(simple(request));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).asString().isEqualTo(body);
            assertThat(answer.truncated()).isEqualTo(truncated);
            assertThat(answer.bodyWhereNoneAllowed()).isEqualTo(extra);
            assertThat(answer.note().isEmpty()).isEqualTo(status != 0 && !bytes.matches(".*(~z~|XX|\\+x).*"));
        }
    }

    @Test
    void aRefusalInPlaceOfContinueIsTheAnswer() throws Exception {
        GoldenCase goldenCase =
                Corpus.all().filter(GoldenCase::expectContinue).findFirst().orElseThrow();
        int head = goldenCase.request().indexOf("\r\n\r\n") + 4;
        String refusal = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(ScriptedServer.Step.of(head, refusal))))) {
            assertThat(new RawClient(server.port()).exchange(goldenCase).status())
                    .isEqualTo(413);
            assertThat(server.received()).isEqualTo(goldenCase.request().substring(0, head));
        }
    }

    @Test
    void aSetupWithoutTheValueToCaptureIsNoAnswer() throws Exception {
        GoldenCase goldenCase = Corpus.all()
                .filter(candidate -> candidate.fullName().equals("etag/auto-match"))
                .findFirst()
                .orElseThrow();
        String request = goldenCase.setup().get(0).request();
        ScriptedServer.Step step =
                ScriptedServer.Step.of(request.length(), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        try (ScriptedServer server = new ScriptedServer(List.of(List.of(step)))) {
            assertThat(new RawClient(server.port()).exchange(goldenCase).note()).contains("header:Etag");
        }
    }

    private static GoldenCase simple(String request) {
        GoldenCase model = Corpus.named("basic/hello");
        return new GoldenCase(
                "area",
                "name",
                request,
                List.of(),
                List.of(),
                false,
                false,
                model.golden(),
                model.recorded(),
                List.of(),
                false,
                model.rules());
    }

    private static List<List<ScriptedServer.Step>> script(GoldenCase goldenCase, RecordedAnswer recorded) {
        List<List<ScriptedServer.Step>> connections = new ArrayList<>();
        for (Setup setup : goldenCase.setup()) {
            connections.add(List.of(ScriptedServer.Step.of(setup.request().length(), setupAnswer(setup))));
        }
        connections.add(steps(goldenCase, Replayed.answer(goldenCase, recorded)));
        return connections;
    }

    private static List<ScriptedServer.Step> steps(GoldenCase goldenCase, Answer answer) {
        List<ScriptedServer.Step> steps = new ArrayList<>();
        List<String> requests = requests(goldenCase);
        List<Answer> answers = new ArrayList<>(List.of(answer));
        answers.addAll(answer.next());
        for (int index = 0; index < requests.size(); index++) {
            int length = requests.get(index).length();
            if (goldenCase.expectContinue()) {
                int head = requests.get(index).indexOf("\r\n\r\n") + 4;
                steps.add(ScriptedServer.Step.of(head, "HTTP/1.1 100 Continue\r\n\r\n"));
                length -= head;
            }
            steps.add(new ScriptedServer.Step(length, Replayed.bytes(answers.get(index))));
        }
        return steps;
    }

    private static String setupAnswer(Setup setup) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (String what : setup.capture().values()) {
            String name = what.substring(what.indexOf(':') + 1);
            answer.append(
                    what.startsWith("cookie:") ? "Set-Cookie: " + name + "=captured; Path=/" : name + ": captured");
            answer.append("\r\n");
        }
        return answer.append("\r\n").toString();
    }

    private static List<String> sent(GoldenCase goldenCase) {
        List<String> sent = new ArrayList<>();
        goldenCase.setup().forEach(setup -> sent.add(setup.request()));
        sent.addAll(requests(goldenCase));
        return sent;
    }

    /** The requests with their captured values in place. */
    private static List<String> requests(GoldenCase goldenCase) {
        List<String> requests = new ArrayList<>(List.of(goldenCase.request()));
        requests.addAll(goldenCase.more());
        return requests.stream()
                .map(request -> request.replaceAll("\\{\\{\\w+}}", "captured"))
                .toList();
    }
}
