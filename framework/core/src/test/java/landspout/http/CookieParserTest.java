package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieParserTest {

    /** Recorded from Tornado, and their kin; the cookies are written name:value with a bar between them. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            a=1; plain=two; b=3                ! a:1|plain:two|b:3
            a=1; b=2; c=x%20y                  ! a:1|b:2|c:x%20y
            q="quoted value"; r=plain          ! q:quoted value|r:plain
            ok=1; =nameless; bare; a=b=c; ;    ! ok:1|a:b=c
            plain=first; plain=second          ! plain:second
            a=1; b=2; a=3                      ! a:3|b:2
            a=1;plain=tight;b=2                ! a:1|plain:tight|b:2
            j={"a":1}; k=v                     ! j:{"a":1}|k:v
            __utmz=1.2.3.utmcsr=(direct); z=1  ! __utmz:1.2.3.utmcsr=(direct)|z:1
            ``                                 ! ``
            ;;; ;=;"=";                        ! ``
            a=                                 ! a:
            ` \ta\t =\t x y \t`                ! a:x y
            a="x;y"; b=2                       ! a:"x|b:2
            a="x\\073y"                        ! a:x;y
            a="\\"\\\\"                        ! a:"\\
            a="\\351\\377\\400\\8"             ! a:éÿ4008
            a="\\12"; b="\\1"; c="\\"          ! a:12|b:1|c:\\
            a="                                ! a:"
            a=""                               ! a:
            a="b                               ! a:"b
            a/b=1; (c)=2; é=3; ok=4            ! ok:4
            path=/; Expires=x; $Version=1; c=2 ! $Version:1|c:2
            a=é                                ! a:é
            """)
    void parse(String header, String expected) {
        String cookies = CookieParser.parse(header, 1000).entrySet().stream()
                .map(cookie -> cookie.getKey() + ":" + cookie.getValue())
                .collect(Collectors.joining("|"));
        assertThat(cookies).isEqualTo(expected);
    }

    @Test
    void theResultCannotBeChanged() {
        Map<String, String> cookies = CookieParser.parse("a=1", 1000);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> cookies.put("b", "2"));
    }

    @Test
    void theFirstOnesCount() {
        String header =
                IntStream.range(0, 1_500).mapToObj(i -> "c" + i + "=" + i).collect(Collectors.joining(";"));
        assertThat(CookieParser.parse(header, 1000))
                .hasSize(1_000)
                .containsEntry("c999", "999")
                .doesNotContainKey("c1000");
    }

    @Test
    void neverFails() {
        Random random = new Random(4);
        String alphabet = "=;\"\\ 0123789ab\t\0\u00e9\u0100,";
        for (int round = 0; round < 50_000; round++) {
            String header = random.ints(random.nextInt(24), 0, alphabet.length())
                    .collect(StringBuilder::new, (s, i) -> s.append(alphabet.charAt(i)), StringBuilder::append)
                    .toString();
            CookieParser.parse(header, 1000)
                    .forEach((name, value) -> assertThat(name + value).hasSizeLessThan(header.length()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", ";", "=", "a=;", "\\1", "\\\"", "a", " ", "\\377"})
    void longRepetitionsTakeNoTime(String piece) {
        String text = piece.repeat(65_536 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            CookieParser.parse(text, 1000);
            assertThat(CookieParser.parse("a=\"" + text + "\"; z=1", 1000)).containsKey("a");
        });
    }
}
