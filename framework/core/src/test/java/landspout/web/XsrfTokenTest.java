package landspout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens are recorded from Tornado or judged by it. */
final class XsrfTokenTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_795_449_774L), ZoneOffset.UTC);
    private static final String PLAIN = "00112233445566778899aabbccddeeff";
    private static final String MASKED = "2|a1b2c3d4|a1a3e1e7e5e7a5a3292b696f6d6f2d2b|1525132800";
    private static final String OTHER_MASK = "2|01020304|0113213745576573899ba9bfcddfedfb|1525132800";
    private static final String WRONG = "2|a1b2c3d4|5e5c1e181a185a5cd6d496909290d2d4|1525132800";

    private static XsrfToken token(String text) {
        return XsrfToken.decode(text, CLOCK).orElseThrow();
    }

    @Test
    void masksAndVersionsMayDiffer() {
        for (String text : new String[] {PLAIN, MASKED, OTHER_MASK, PLAIN.toUpperCase(Locale.ROOT)}) {
            assertThat(token(MASKED).matches(token(text))).as(text).isTrue();
            assertThat(token(text).encode(1)).isEqualTo(PLAIN);
            assertThat(token(WRONG).matches(token(text))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2|d7792257|89e4c986b43d0b05b1bdd4a3bd269464|1795449774",
                "2|765c7fe8|43471199f14889f4023ea0d6d5bb189f|1795449776",
                "2|1bc2bcb6|7dabb2828f90ecec6da52163b3cdba5e|1795449782"
            })
    void readsTokensThatTornadoMade(String text) {
        assertThat(token(text).encode(1)).hasSize(32);
        assertThat(token(token(text).encode(2)).matches(token(text))).isTrue();
    }

    @Test
    void theTimestampStays() {
        assertThat(token(MASKED).encode(2)).endsWith("|1525132800");
        assertThat(token(PLAIN).encode(2)).endsWith("|1795449774");
        assertThat(XsrfToken.generate(CLOCK).encode(2)).matches("2\\|[0-9a-f]{8}\\|[0-9a-f]{32}\\|1795449774");
    }

    @Test
    void everyTokenAndEveryMaskIsNew() {
        XsrfToken token = XsrfToken.generate(CLOCK);
        Set<String> texts = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            texts.add(token.encode(2));
            tokens.add(XsrfToken.generate(CLOCK).encode(1));
        }
        assertThat(texts).hasSize(100);
        assertThat(tokens).hasSize(100);
        assertThat(texts)
                .allSatisfy(text -> assertThat(token(text).matches(token)).isTrue());
    }

    @Test
    void unknownVersionsAreNotWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> token(PLAIN).encode(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "||",
                "|||",
                "2|",
                "2||",
                "2|||",
                "x",
                "0",
                "xyz!",
                "2|a1b2c3d4|a1a3|",
                "2|a1b2c3d4||1525132800",
                "2||a1a3|1525132800",
                "2|a1b2c3|a1a3|1",
                "2|a1b2c3d4e5|a1a3|1",
                "2|a1b2c3d4|a1a|1",
                "2|a1b2c3d4|a1a3|-1",
                "2|a1b2c3d4|a1a3|1|",
                "2|a1b2c3d4|a1a3|1|1",
                "2|a1b2c3d4|a1a3",
                "2|a1b2c3dx|a1a3|1",
                "2|a1b2c3d4|zz|1",
                "3|a1b2c3d4|a1a3|1",
                "1|a1b2c3d4|a1a3|1",
                "02|a1b2c3d4|a1a3|1",
                "2|a1b2c3d4|a1a3|9999999999999999999",
                "嘊丮",
                "2|a1b2c3d4|a1a3|\u0661"
            })
    void malformedIsNoToken(String text) {
        assertThat(XsrfToken.decode(text, CLOCK)).isEmpty();
    }

    @Test
    void noInputFails() {
        Random random = new Random(9);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(MASKED);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int position = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(position);
                } else {
                    text.insert(position, "|0a2é\0".charAt(random.nextInt(6)));
                }
            }
            XsrfToken.decode(text.toString(), CLOCK)
                    .ifPresent(token ->
                            assertThat(token(token.encode(2)).matches(token)).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "2|", "0", "a1b2c3d4|", "x"})
    void longRepetitionsTakeNoTime(String piece) {
        String text = piece.repeat(65_536 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            XsrfToken.decode(text, CLOCK);
            XsrfToken.decode("2|a1b2c3d4|" + text + "|1", CLOCK);
        });
    }
}
