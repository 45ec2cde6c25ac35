package landspout.samples.conformance.golden;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The large bodies of the application, of which the recordings keep only the digest. */
final class LargeBodies {

    private LargeBodies() {}

    static byte[] madeFor(RecordedBody recorded) {
        return Stream.of(
                        "x".repeat(70_000),
                        "0123456789".repeat(400),
                        "abcdefgh".repeat(8192),
                        IntStream.range(0, 300)
                                .mapToObj("line %04d\n"::formatted)
                                .collect(Collectors.joining()))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .filter(recorded::matches)
                .findFirst()
                .orElseThrow();
    }
}
