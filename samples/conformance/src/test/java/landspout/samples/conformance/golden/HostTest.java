package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The containers let the recorded answers of every case through, wherever the servlet is. */
final class HostTest {

    interface Starter {
        Host start(ReplayServlet servlet, Mapping mapping) throws Exception;
    }

    static Stream<Arguments> hosts() {
        return Stream.of(Mapping.DEFAULT, Mapping.EVERYTHING, Mapping.BELOW_PREFIX, Mapping.IN_CONTEXT)
                .flatMap(mapping -> Stream.of(
                        Arguments.of("Jetty", (Starter) JettyHost::start, mapping),
                        Arguments.of("Tomcat", (Starter) TomcatHost::start, mapping)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("hosts")
    void recordedAnswersComeThrough(String name, Starter starter, Mapping mapping) throws Exception {
        ReplayServlet servlet = new ReplayServlet();
        Host host = starter.start(servlet, mapping);
        try {
            List<String> differing = new ArrayList<>();
            for (GoldenCase goldenCase : Corpus.comparable(Mode.SERVLET)
                    .filter(goldenCase -> goldenCase.setup().isEmpty())
                    .toList()) {
                List<String> differences = replay(servlet, host, goldenCase);
                if (!differences.isEmpty()) {
                    differing.add(goldenCase.fullName() + " " + differences);
                }
            }
            assertThat(differing).isEmpty();
        } finally {
            host.stop();
        }
    }

    private static List<String> replay(ReplayServlet servlet, Host host, GoldenCase goldenCase) throws Exception {
        RecordedAnswer recorded = goldenCase.answers(Mode.SERVLET).get(0);
        Answer first = Replayed.answer(goldenCase, host.mount().expected(goldenCase.request(), recorded));
        List<Answer> answers = new ArrayList<>(List.of(first));
        answers.addAll(first.next());
        servlet.willAnswer(answers);
        return new CaseRun(goldenCase, Mode.SERVLET, host).differences();
    }
}
