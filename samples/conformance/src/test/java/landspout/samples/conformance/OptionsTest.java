package landspout.samples.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line. */
class OptionsTest {

    @Test
    void readsEveryOption() {
        assertThat(Options.parse("--mode", "servlet", "--port", "80", "--host", "0.0.0.0", "--context", "/ctx"))
                .isEqualTo(new Options("0.0.0.0", 80, "/ctx"));
        assertThat(Options.parse("--port", "0")).isEqualTo(new Options("127.0.0.1", 0, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port 80 --mode native | there is no mode native
            --port 80 --verbose 1   | there is no option --verbose
            --port                  | --port needs a value
            --port x                | from 0 to 65535
            --port 65536            | from 0 to 65535
            --port -1               | from 0 to 65535
            --host 127.0.0.1        | --port needs a number
            --port 0 --context ctx  | --context needs a path
            """)
    void saysWhatItDoesNotUnderstand(String commandLine, String message) {
        assertThatThrownBy(() -> Options.parse(commandLine.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
