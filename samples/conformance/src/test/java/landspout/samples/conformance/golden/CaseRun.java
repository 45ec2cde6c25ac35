package landspout.samples.conformance.golden;

import java.io.IOException;
import java.util.List;

/** Runs a case against a host. */
final class CaseRun {

    private static final long NANOSECONDS_TO_SETTLE = 2_000_000_000L;

    private final GoldenCase goldenCase;
    private final GoldenCase mounted;
    private final Client client;
    private final Comparison comparison;

    CaseRun(GoldenCase goldenCase, Mode mode, Host host) {
        boolean statusOnly = host.answeredByContainer().contains(goldenCase.fullName());
        this.goldenCase = statusOnly ? goldenCase.statusOnly() : goldenCase;
        this.mounted = goldenCase.mountedAt(host.mount());
        this.client = host.client();
        this.comparison = new Comparison(mode, host.mount());
    }

    /** What differs from the recorded answer. Where effects may show a moment late, the requests are repeated. */
    List<String> differences() throws IOException {
        long start = System.nanoTime();
        List<String> differences = once();
        while (goldenCase.settles() && !differences.isEmpty() && System.nanoTime() - start < NANOSECONDS_TO_SETTLE) {
            differences = once();
        }
        return differences;
    }

    private List<String> once() throws IOException {
        return comparison.differences(goldenCase, client.exchange(mounted));
    }
}
