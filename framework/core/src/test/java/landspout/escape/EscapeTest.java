package landspout.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EscapeTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            plain           ! plain
            <a href="x">'&' ! &lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;
            &amp;           ! &amp;amp;
            café ☃          ! café ☃
            ``              ! ``
            """)
    void xhtmlEscape(String text, String escaped) {
        assertThat(Escape.xhtmlEscape(text)).isEqualTo(escaped);
        assertThat(Escape.xhtmlUnescape(escaped)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            &eacute;&yuml;&nbsp;.  ! éÿ\u00a0.
            &thetasym;&hearts;     ! ϑ♥
            &#233;&#xe9;&#XE9;     ! ééé
            &#x1F300;              ! 🌀
            &unknown; &;           ! &unknown; &;
            &#; &#x; &#xg; &#1a;   ! &#; &#x; &#xg; &#1a;
            &#-5; &#x-5; &#+5;     ! &#-5; &#x-5; &#+5;
            &#xD800; &#x110000;    ! &#xD800; &#x110000;
            &#99999999999;         ! &#99999999999;
            & &amp                 ! & &amp
            &&lt;                  ! &<
            &amp;lt;               ! &lt;
            """)
    void xhtmlUnescape(String escaped, String text) {
        assertThat(Escape.xhtmlUnescape(escaped)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            a b&c/d,      a+b%26c%2Fd,          a%20b%26c/d
            café ☃ 🌀,    caf%C3%A9+%E2%98%83+%F0%9F%8C%80, caf%C3%A9%20%E2%98%83%20%F0%9F%8C%80
            azAZ09_.-~,   azAZ09_.-~,           azAZ09_.-~
            a+b=c%,       a%2Bb%3Dc%25,         a%2Bb%3Dc%25
            ``,           ``,                   ``
            """)
    void urlEscape(String text, String query, String path) {
        assertThat(Escape.urlEscape(text)).isEqualTo(query);
        assertThat(Escape.urlEscape(text, false)).isEqualTo(path);
        assertThat(Escape.pathEscape(text)).isEqualTo(path);
        assertThat(Escape.urlUnescape(query)).isEqualTo(text);
        assertThat(Escape.urlUnescape(path, false)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            100%,       100%
            %4,         %4
            %zz%41,     %zzA
            %,          %
            %%41,       %A
            %-1%+1,     %-1% 1
            a+b,        a b
            caf%c3%A9,  café
            é%41,       éA
            """)
    void urlUnescapeLeavesBrokenEscapes(String escaped, String text) {
        assertThat(Escape.urlUnescape(escaped)).isEqualTo(text);
    }

    @Test
    void plusStaysWhereItMeansPlus() {
        assertThat(Escape.urlUnescape("a+b%20c", false)).isEqualTo("a+b c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "caf%E9", "%C0%80", "%ED%A0%80", "%F4%90%80%80", "%E2%98"})
    void urlUnescapeRefusesWhatIsNotUtf8(String escaped) {
        assertThatIllegalArgumentException().isThrownBy(() -> Escape.urlUnescape(escaped));
    }

    @Test
    void randomTextSurvives() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(40), 0, 0x300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Escape.urlUnescape(Escape.urlEscape(text))).isEqualTo(text);
            assertThat(Escape.urlUnescape(Escape.pathEscape(text), false)).isEqualTo(text);
            assertThat(Escape.urlEscape(text)).matches("[\\x21-\\x7e]*");
            assertThat(Escape.xhtmlUnescape(Escape.xhtmlEscape(text))).isEqualTo(text);
            assertThat(Escape.xhtmlEscape(text)).doesNotContain("<", ">", "\"", "'");
            assertThat(Escape.toUnicode(Escape.utf8(text))).isEqualTo(text);
        }
    }

    @Test
    void toUnicodeIsStrict() {
        assertThat(Escape.toUnicode("☃".getBytes(StandardCharsets.UTF_8))).isEqualTo("☃");
        assertThatIllegalArgumentException().isThrownBy(() -> Escape.toUnicode(new byte[] {'a', (byte) 0xE9}));
    }

    @Test
    void squeeze() {
        assertThat(Escape.squeeze(" \t a \r\n\0 b  c ")).isEqualTo("a b c");
        assertThat(Escape.squeeze(" \n ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            hello http://world.com/     ! hello <a href="http://world.com/">http://world.com/</a>
            www.external-link.com.      ! <a href="http://www.external-link.com">www.external-link.com</a>.
            (http://a.b/c_(d)?)         ! (<a href="http://a.b/c_(d)">http://a.b/c_(d)</a>?)
            http://x.y/?a=1&b=2, so     ! <a href="http://x.y/?a=1&amp;b=2">http://x.y/?a=1&amp;b=2</a>, so
            https://a/ and <b>          ! <a href="https://a/">https://a/</a> and &lt;b&gt;
            http://a.b"><script>        ! <a href="http://a.b">http://a.b</a>&quot;&gt;&lt;script&gt;
            javascript:/alert(1)        ! javascript:/alert(1)
            javascript://www.a.b        ! javascript://www.a.b
            awww.a.b a:b http:          ! awww.a.b a:b http:
            www.                        ! www.
            x-www.a.b                   ! x-<a href="http://www.a.b">www.a.b</a>
            """)
    void linkify(String text, String html) {
        assertThat(Escape.linkify(text)).isEqualTo(html);
    }

    @Test
    void linkifyWithOptions() {
        assertThat(Escape.linkify("www.a.b http://c", " rel=\"nofollow\"", true))
                .isEqualTo("www.a.b <a href=\"http://c\" rel=\"nofollow\">http://c</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&", "&amp", "&#", "%", "%4", "a-", "www.", "www.(", "x:/(", "x:/", "(", "http://", "<&\"'>"})
    void longRepetitionsTakeNoTime(String piece) {
        String text = piece.repeat(65_536 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            Escape.linkify(text);
            Escape.xhtmlUnescape(Escape.xhtmlEscape(text));
            Escape.xhtmlUnescape(text);
            Escape.urlUnescape(text);
            Escape.squeeze(text);
        });
    }
}
