package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The suite every host of the application has to pass: Tornado's recorded answers, one test per case. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class GoldenContract {

    private final Mode mode;
    private @Nullable Host host;

    GoldenContract(Mode mode) {
        this.mode = mode;
    }

    /** Starts the server, once for all cases. */
    abstract Host start() throws Exception;

    /** Whether a case can be asked of this host at all. */
    boolean concerns(GoldenCase goldenCase) {
        return true;
    }

    @BeforeAll
    void startHost() throws Exception {
        host = start();
    }

    @AfterAll
    void stopHost() throws Exception {
        if (host != null) {
            host.stop();
        }
    }

    @TestFactory
    Stream<DynamicContainer> answersAsTornadoDoes() {
        Map<String, List<DynamicTest>> areas = GoldenCases.all().stream()
                .filter(goldenCase -> goldenCase.appliesTo(mode) && concerns(goldenCase))
                .collect(Collectors.groupingBy(
                        GoldenCase::area, LinkedHashMap::new, Collectors.mapping(this::test, Collectors.toList())));
        return areas.entrySet().stream().map(area -> DynamicContainer.dynamicContainer(area.getKey(), area.getValue()));
    }

    private DynamicTest test(GoldenCase goldenCase) {
        return DynamicTest.dynamicTest(
                goldenCase.fullName(),
                () -> assertThat(run(goldenCase).differences())
                        .as(goldenCase.fullName() + " " + goldenCase.requestLine())
                        .isEmpty());
    }

    private CaseRun run(GoldenCase goldenCase) {
        return new CaseRun(goldenCase, mode, Objects.requireNonNull(host));
    }
}
