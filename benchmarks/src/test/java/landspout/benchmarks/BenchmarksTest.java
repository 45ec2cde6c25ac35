package landspout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    /** A title, three times a median with its bounds, and two numbers of octets. */
    private static final String LINE =
            "(GET|POST) /[a-z0-9/ ]*?( +\\d+\\.\\d+ \\(\\d+\\.\\d+-\\d+\\.\\d+\\)){3}( +[1-9]\\d*){2}";

    @Test
    void printsFiguresForEveryRequest() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Benchmarks.run(Effort.QUICK, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8)
                        .lines()
                        .dropWhile(line -> !line.equals(Comparison.HEADING))
                        .skip(1))
                .hasSize(Scenario.values().length + 3)
                .allMatch(line -> line.matches(LINE));
    }
}
