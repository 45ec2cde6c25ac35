package landspout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only contenders that do the same may be compared. */
class ContenderTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void allSendTheSame(Scenario scenario) throws Exception {
        try (Contender bare = Contender.bare("bare");
                Contender tagging = Contender.adapter("adapter", true);
                Contender adapter = Contender.adapter("without-etags", false)) {
            List<String> expected = parts(bare.answer(scenario));

            assertThat(parts(adapter.answer(scenario))).isEqualTo(expected);
            String tagged = tagging.answer(scenario);
            String untagged = tagged.replaceFirst("(?i)Etag: \"[^\r]*\r\n", "");
            assertThat(untagged.equals(tagged)).isEqualTo(scenario == Scenario.ECHO);
            assertThat(parts(untagged)).isEqualTo(expected);
        }
    }

    /** The body, and the head's lines in some order, for once without the time. */
    private static List<String> parts(String answer) {
        int head = answer.indexOf("\r\n\r\n");
        List<String> lines = List.of(
                answer.substring(0, head).replaceFirst("Date: [^\r]*", "").split("\r\n"));
        return List.of(new TreeSet<>(lines).toString(), answer.substring(head));
    }
}
