package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GoldenCasesTest {

    private static final List<GoldenCase> CASES = GoldenCases.all();

    @Test
    void allCasesAreThere() {
        assertThat(CASES).hasSize(460);
        assertThat(CASES)
                .filteredOn(goldenCase -> goldenCase.appliesTo(Mode.NATIVE))
                .hasSize(460);
        assertThat(CASES)
                .filteredOn(goldenCase -> goldenCase.appliesTo(Mode.SERVLET))
                .hasSize(451);
        assertThat(CASES).extracting(GoldenCase::fullName).doesNotHaveDuplicates();
    }

    @Test
    void allRulesAreRead() {
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.rules().acceptStatus().isEmpty())
                .hasSize(24);
        assertThat(CASES)
                .filteredOn(goldenCase -> goldenCase.rules().statusOnly())
                .hasSize(17);
        assertThat(CASES)
                .filteredOn(goldenCase -> goldenCase.rules().checkReason())
                .hasSize(8);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.rules().ignoreHeaders().isEmpty())
                .hasSize(8);
        assertThat(CASES)
                .filteredOn(goldenCase -> goldenCase.rules().ignoreBody())
                .hasSize(4);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.rules().opaqueCookies().isEmpty())
                .hasSize(3);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.rules().bodyExcludes().isEmpty())
                .hasSize(2);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.rules().bodyMatches().isEmpty())
                .hasSize(1);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.rules().mask().isEmpty())
                .hasSize(2);
        assertThat(CASES)
                .filteredOn(goldenCase -> goldenCase.rules().mayTruncate())
                .hasSize(2);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.disabledInServlet().isEmpty())
                .hasSize(14);
        assertThat(CASES).filteredOn(GoldenCase::disabledOrGolden).hasSize(3);
        assertThat(CASES)
                .filteredOn(goldenCase -> !goldenCase.setup().isEmpty())
                .hasSize(11);
        assertThat(CASES).filteredOn(GoldenCase::settles).hasSize(2);
        assertThat(CASES).filteredOn(goldenCase -> !goldenCase.more().isEmpty()).hasSize(12);
        assertThat(CASES).filteredOn(GoldenCase::pipelined).hasSize(1);
        assertThat(CASES).filteredOn(GoldenCase::expectContinue).hasSize(1);
    }
}
