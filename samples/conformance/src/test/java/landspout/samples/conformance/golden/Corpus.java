package landspout.samples.conformance.golden;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The cases as the tests of the comparison look at them. */
final class Corpus {

    private static final List<GoldenCase> CASES = GoldenCases.all();

    private Corpus() {}

    static Stream<GoldenCase> all() {
        return CASES.stream();
    }

    static GoldenCase named(String name) {
        return all().filter(goldenCase -> goldenCase.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The cases whose recorded answers count: not those which servlet mode refuses, where they are an accident of WSGI. */
    static Stream<GoldenCase> comparable(Mode mode) {
        return all().filter(goldenCase -> goldenCase.appliesTo(mode))
                .filter(goldenCase -> mode == Mode.NATIVE
                        || goldenCase.disabledInServlet().isEmpty()
                        || goldenCase.disabledOrGolden());
    }

    /** Those of which more than the status is compared. */
    static Stream<GoldenCase> comparedFully(Mode mode) {
        return comparable(mode)
                .filter(goldenCase -> !goldenCase.rules().statusOnly())
                .filter(goldenCase -> !acceptsOneRecordingByStatus(goldenCase, mode));
    }

    /** Two recordings count, and the status of the one is fine for the other. */
    private static boolean acceptsOneRecordingByStatus(GoldenCase goldenCase, Mode mode) {
        List<Integer> accepted = goldenCase.rules().acceptStatus().getOrDefault(mode.key(), List.of());
        List<Integer> recorded = goldenCase.answers(mode).stream()
                .map(RecordedAnswer::status)
                .distinct()
                .toList();
        return recorded.size() > 1 && recorded.stream().anyMatch(accepted::contains);
    }

    /** The header is compared, and every recording that counts has it. */
    static boolean comparesAndHas(GoldenCase goldenCase, Mode mode, String header) {
        return compares(goldenCase, header)
                && goldenCase.answers(mode).stream()
                        .noneMatch(recorded -> recorded.headers().values(header).isEmpty());
    }

    static boolean compares(GoldenCase goldenCase, String header) {
        return !goldenCase.rules().ignoreHeaders().contains(header.toLowerCase(Locale.ROOT));
    }
}
