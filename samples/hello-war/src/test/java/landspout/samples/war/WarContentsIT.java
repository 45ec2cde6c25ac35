package landspout.samples.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the WAR of the hello sample carries: a library that comes in by accident shows here. */
final class WarContentsIT {

    private static final WarFile HELLO = WarFile.named("hello.war");

    @Test
    void librariesAreThese() throws IOException {
        assertThat(HELLO.libraries())
                .containsExactly(
                        "hash4j",
                        "hello",
                        "jackson-annotations",
                        "jackson-core",
                        "jackson-databind",
                        "jspecify",
                        "landspout-core",
                        "landspout-servlet-adapter");
    }

    @Test
    void nothingOfTheContainerIsIn() throws IOException {
        assertThat(HELLO.files())
                .contains("landspout/servlet/ServletAdapter.class")
                .noneMatch(WarFile::belongsToContainer);
    }
}
