package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieTest {

    /** Set-Cookie headers that Tornado sent; the header comes after the name and the value. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            plain ! value ! plain=value
            plain ! a;b   ! plain="a\\073b"
            plain ! a"b   ! plain="a\\"b"
            plain ! a\\b  ! plain="a\\\\b"
            plain ! k=v=  ! plain="k=v="
            plain ! ``    ! plain=""
            plain ! a,b   ! plain="a\\054b"
            plain ! {[(<a?b@c/d>)]} ! plain="{[(<a?b@c/d>)]}"
            plain ! café  ! plain="caf\\351"
            plain ! \u007f\u0080\u00ff ! plain="\\177\\200\\377"
            a:b   ! #$%&'*+-.^_|~: ! a:b=#$%&'*+-.^_|~:
            session ! 2|1:0|10:1795449774|7:session|16:ZnJlc2ggdmFsdWU=|16f3 ! session="2|1:0|10:1795449774|7:session|16:ZnJlc2ggdmFsdWU=|16f3"
            """)
    void values(String name, String value, String header) {
        assertThat(Cookie.of(name, value).toHeaderValue()).isEqualTo(header);
        assertThat(CookieParser.parse(header, 1000)).isEqualTo(Map.of(name, value));
    }

    @Test
    void attributesInTheOrderOfTornado() {
        Cookie cookie = Cookie.of("full", "v")
                .secure(true)
                .sameSite(Cookie.SameSite.LAX)
                .path("/cookies")
                .maxAge(Duration.ofDays(2))
                .httpOnly(true)
                .expires(Instant.ofEpochSecond(1_930_000_000L))
                .domain("example.test");
        assertThat(cookie.toHeaderValue())
                .isEqualTo("full=v; Domain=example.test; expires=Thu, 27 Feb 2031 23:06:40 GMT; HttpOnly;"
                        + " Max-Age=172800; Path=/cookies; SameSite=Lax; Secure");
        assertThat(cookie.name()).isEqualTo("full");
        assertThat(cookie.value()).isEqualTo("v");
        assertThat(cookie.path()).contains("/cookies");
    }

    @Test
    void immutable() {
        Cookie plain = Cookie.of("a", "3");
        assertThat(plain.path("/deeper").toHeaderValue()).isEqualTo("a=3; Path=/deeper");
        assertThat(plain.toHeaderValue()).isEqualTo("a=3");
        assertThat(plain.path()).isEmpty();
    }

    @Test
    void attributesCanBeTakenBack() {
        Cookie cookie = Cookie.of("flags", "v").httpOnly(true).secure(true).path("/x");
        assertThat(cookie.httpOnly(false).secure(false).path("").toHeaderValue())
                .isEqualTo("flags=v");
    }

    @Test
    void maxAgeCountsWholeSeconds() {
        assertThat(Cookie.of("a", "1").maxAge(Duration.ofMillis(1999)).toHeaderValue())
                .isEqualTo("a=1; Max-Age=1");
        assertThat(Cookie.of("a", "1").maxAge(Duration.ZERO).toHeaderValue()).isEqualTo("a=1; Max-Age=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\nb",
                "a\rb",
                "a\0b",
                "a=b",
                "a;b",
                "a,b",
                "a\"b",
                "a/b",
                "a\u007fb",
                "é",
                "\u560a",
                "path",
                "Path",
                "EXPIRES",
                "max-age",
                "secure",
                "HttpOnly",
                "samesite",
                "domain",
                "version",
                "comment"
            })
    void namesRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\r\nX-Injected:yes", "\0", "\t", "嘊", "丮", "Ċ", "🌀", "\ud800"})
    void valuesRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("plain", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x; HttpOnly", "/x;HttpOnly", "/\r\n", "/ ", "/\0", "/\u007f", "/嘊", "/Ā"})
    void attributesRefused(String text) {
        Cookie cookie = Cookie.of("p", "v");
        assertThatIllegalArgumentException().isThrownBy(() -> cookie.path(text));
        assertThatIllegalArgumentException().isThrownBy(() -> cookie.domain(text));
    }

    @Test
    void theValueIsNotInLogs() {
        assertThat(Cookie.of("session", "sesame").toString())
                .contains("session")
                .doesNotContain("sesame");
    }

    @Test
    void everyValueIsRefusedOrComesBack() {
        Random random = new Random(3);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            String value = random.ints(random.nextInt(8), 0, 0x108)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            boolean fine = value.chars().allMatch(c -> c > ' ' && c <= 0xFF);
            if (!fine) {
                assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("n", value));
                continue;
            }
            accepted++;
            String header = Cookie.of("n", value).toHeaderValue();
            assertThat(header).matches("[\\x20-\\x7e]*");
            assertThat(CookieParser.parse("a=1; " + header + "; b=2", 1000))
                    .isEqualTo(Map.of("a", "1", "n", value, "b", "2"));
        }
        assertThat(accepted).isGreaterThan(1_000);
    }
}
