package landspout.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Measures and prints a table: {@code java -jar benchmarks.jar [--quick]}. */
public final class Benchmarks {

    private Benchmarks() {}

    /** With {@code --quick}, figures that mean nothing within seconds. Exits with 2 if it is asked wrongly. */
    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        if (!options.isEmpty() && !options.equals(List.of("--quick"))) {
            System.err.println("usage: benchmarks [--quick]");
            System.exit(2);
        }
        run(options.isEmpty() ? Effort.FULL : Effort.QUICK, System.out);
    }

    static void run(Effort effort, PrintStream out) throws Exception {
        try (Contender bare = Contender.bare("bare");
                Contender control = Contender.bare("control");
                Contender tagging = Contender.adapter("adapter", true);
                Contender adapter = Contender.adapter("without-etags", false)) {
            for (Scenario scenario : Scenario.values()) {
                for (Contender contender : List.of(bare, control, tagging, adapter)) {
                    contender.warmUp(Load.batched(scenario), effort.warmUp());
                }
            }
            Load hello = Load.batched(Scenario.HELLO);
            List<Comparison> comparisons = new ArrayList<>();
            comparisons.add(new Comparison("GET / bare again", hello, bare, control));
            for (Scenario scenario : Scenario.values()) {
                comparisons.add(new Comparison(scenario.title(), Load.batched(scenario), bare, tagging));
            }
            comparisons.add(new Comparison("GET / without etags", hello, bare, adapter));
            comparisons.add(new Comparison("GET / one by one", Load.oneByOne(Scenario.HELLO), bare, tagging));
            print(comparisons, effort, out);
        }
    }

    private static void print(List<Comparison> comparisons, Effort effort, PrintStream out) throws Exception {
        out.println("Java " + Runtime.version() + ", " + effort.rounds() + " rounds of " + effort.batches()
                + " batches in turns; median (smallest-largest).");
        out.println("CPU: that of the server's threads for a request, without the garbage collector's."
                + " B: octets allocated within service.");
        out.println();
        out.println(Comparison.HEADING);
        for (Comparison comparison : comparisons) {
            out.println(comparison.measure(effort));
        }
    }
}
