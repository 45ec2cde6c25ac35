package landspout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianLiesInTheMiddle() {
        assertThat(Figures.of(3, 1, 10)).isEqualTo(new Figures(3, 1, 10));
        assertThat(Figures.of(4, 1, 10, 3)).isEqualTo(new Figures(3.5, 1, 10));
    }

    @Test
    void ratiosAreThoseOfRoundsThatRanSideBySide() {
        assertThat(Figures.ofRatios(new double[] {2, 30, 5}, new double[] {1, 10, 5}))
                .isEqualTo(new Figures(2, 1, 3));
    }

    @Test
    void formatsWithAPoint() {
        assertThat(new Figures(1.5, 1, 2.25).format(2)).isEqualTo("1.50 (1.00-2.25)");
    }
}
