package landspout.benchmarks;

import java.util.Locale;

/** One request to two contenders: a line of the table. */
record Comparison(String title, Load load, Contender bare, Contender other) {

    static final String HEADING = String.format(
            "%-26s %-22s %-22s %-20s %8s %8s",
            "request", "bare, us CPU", "other, us CPU", "other / bare", "bare, B", "other, B");

    /** Both take turns, so that whatever else the machine does meets both. */
    String measure(Effort effort) throws Exception {
        double[] bareTime = new double[effort.rounds()];
        double[] otherTime = new double[effort.rounds()];
        for (int i = 0; i < effort.rounds(); i++) {
            bareTime[i] = bare.cpuTime(load, effort.batches());
            otherTime[i] = other.cpuTime(load, effort.batches());
        }
        return String.format(
                Locale.ROOT,
                "%-26s %-22s %-22s %-20s %8.0f %8.0f",
                title,
                Figures.of(bareTime).format(2),
                Figures.of(otherTime).format(2),
                Figures.ofRatios(otherTime, bareTime).format(3),
                bare.allocation(load, effort.batches()),
                other.allocation(load, effort.batches()));
    }
}
