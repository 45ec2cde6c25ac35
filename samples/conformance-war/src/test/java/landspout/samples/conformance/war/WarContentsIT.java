package landspout.samples.conformance.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import landspout.samples.war.WarFile;
import org.junit.jupiter.api.Test;

/** What the WAR of the conformance sample carries: that of the hello sample, and the templates. */
final class WarContentsIT {

    private static final WarFile CONFORMANCE = WarFile.named("conformance.war");

    @Test
    void librariesAreThese() throws IOException {
        assertThat(CONFORMANCE.libraries())
                .containsExactly(
                        "conformance",
                        "hash4j",
                        "jackson-annotations",
                        "jackson-core",
                        "jackson-databind",
                        "jspecify",
                        "landspout-core",
                        "landspout-servlet-adapter",
                        "landspout-templates",
                        "pebble",
                        "slf4j-api",
                        "unbescape");
    }

    @Test
    void nothingOfTheContainerIsIn() throws IOException {
        assertThat(CONFORMANCE.files())
                .contains("landspout/servlet/ServletAdapter.class")
                .noneMatch(WarFile::belongsToContainer);
    }
}
