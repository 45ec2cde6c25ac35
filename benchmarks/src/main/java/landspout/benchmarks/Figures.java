package landspout.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** What several rounds measured: the median, and how far they lie apart. */
record Figures(double median, double smallest, double largest) {

    static Figures of(double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figures(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The quotients of each round of one contender and the round of the other that ran beside it. */
    static Figures ofRatios(double[] rounds, double[] others) {
        double[] ratios = new double[rounds.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = rounds[i] / others[i];
        }
        return of(ratios);
    }

    /** As {@code 12.34 (11.90-13.21)}. */
    String format(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + "-" + number + ")", median, smallest, largest);
    }
}
