package landspout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Collectors;
import landspout.http.HttpInputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns as Tornado's users write them. */
final class PathMatchesTest {

    /** {@code -} for no match; else the positional arguments, then the named ones. */
    private static String matched(String pattern, String path) {
        return new PathMatches(pattern)
                .match(path)
                .map(arguments -> arguments.positional().stream()
                                .map(value -> value.orElse("absent"))
                                .collect(Collectors.joining(","))
                        + arguments.named().entrySet().stream()
                                .map(named ->
                                        named.getKey() + "=" + named.getValue().orElse("absent"))
                                .collect(Collectors.joining(",")))
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '~',
            value = {
                "/ ~ / ~ \"\"",
                "/a ~ /a ~ \"\"",
                "/a ~ /ab ~ -",
                "/a ~ /A ~ -",
                "/a$ ~ /a ~ \"\"",
                "^/a$ ~ /a ~ \"\"",
                "^/a/(\\d+)$ ~ /a/7 ~ 7",
                "/a\\.c ~ /a.c ~ \"\"",
                "/a\\.c ~ /abc ~ -",
                "/a.c ~ /abc ~ \"\"",
                "/a.c ~ /ac ~ -",
                "/x\\-y ~ /x-y ~ \"\"",
                "/price\\$ ~ /price$ ~ \"\"",
                "/price\\$$ ~ /price$ ~ \"\"",
                "/n/(\\d+) ~ /n/42 ~ 42",
                "/n/(\\d+) ~ /n/ ~ -",
                "/n/(\\d+) ~ /n/42/ ~ -",
                "/p/([^/]+)/([^/]+) ~ /p/a/b ~ \"a,b\"",
                "/p/([^/]+)/([^/]+) ~ /p/a%2Fb/c ~ \"a/b,c\"",
                "/o(?:/(\\d+))? ~ /o ~ absent",
                "/o(?:/(\\d+))? ~ /o/3 ~ 3",
                "/o(?:/(?P<id>\\d+))? ~ /o ~ id=absent",
                "/g/(.*) ~ /g/ ~ \"\"",
                "/g/(.*) ~ /g/a/b//c ~ a/b//c",
                "/(?:cat|dog) ~ /dog ~ \"\"",
                "/(cat|dog)/x ~ /cat/x ~ cat",
                "/a|/b ~ /b ~ \"\"",
                "/ab* ~ /a ~ \"\"",
                "/ab* ~ /abbb ~ \"\"",
                "/ab? ~ /a ~ \"\"",
                "/ab{0,2} ~ /a ~ \"\"",
                "/ab{2} ~ /abb ~ \"\"",
                "/a.b|/c ~ /c ~ \"\"",
                "/([)(]+)x ~ /()x ~ ()",
                "/([^()]+) ~ /ab ~ ab",
                "/[(?P<]+(\\d) ~ /?1 ~ 1",
                "/\\(?P<(\\d) ~ /(P<1 ~ 1",
                "/u/(?P<user_name>[a-z]+) ~ /u/ann ~ user_name=ann",
                "/u/(?<user>[a-z]+) ~ /u/ann ~ user=ann",
                "/u/(?P<a>\\w)(?P<b_2>\\w) ~ /u/xy ~ \"a=x,b_2=y\"",
                "/u/(?P<a_b>\\w+)/(?P=a_b) ~ /u/x/x ~ a_b=x",
                "/u/(?P<a_b>\\w+)/(?P=a_b) ~ /u/x/y ~ -",
                "/u/(?P<a>\\w)(?P=a)1 ~ /u/xx1 ~ a=x",
                "/u/(?<a>\\w+)/\\k<a> ~ /u/x/x ~ a=x",
                "/u/(\\w+)/\\1 ~ /u/x/x ~ x",
                "/l/(?=a)(\\w+) ~ /l/ab ~ ab",
                "/l/(?<!x)(\\w+) ~ /l/ab ~ ab",
                "(?i)/abc ~ /ABC ~ \"\"",
                "/d/(.*) ~ /d/a+b ~ a+b",
                "/d/(.*) ~ /d/%E2%98%83 ~ ☃",
                "/d/(.*) ~ /d/100% ~ 100%",
                "/d/(.*) ~ /d/%zz%4 ~ %zz%4",
                "/d/(.*) ~ /d/%252F ~ %2F",
                "/d/(.*) ~ /d/%20x%20 ~ \" x \""
            })
    void matchesTheWholePath(String pattern, String path, String expected) {
        assertThat(matched(pattern, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "x, write /x",
        "story/(\\d+), write /story/(\\d+)",
        "^about$, write /about$",
        "xy?/z, write /xy?/z",
        "\\*, write /\\*"
    })
    void aPatternThatCannotMatchIsRefused(String pattern, String remedy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathMatches(pattern))
                .withMessageContaining(remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".*",
                "(/a|/b)",
                "(?:/a)?/b",
                "a|/b",
                "x?/b",
                "x*/b",
                "[/]b",
                "\\/b",
                "\\/b(.*)",
                "(?i)/b",
                "^/b$",
                "()/b"
            })
    void aPatternThatMayMatchIsNot(String pattern) {
        assertThat(new PathMatches(pattern)).hasToString(pattern);
    }

    @Test
    void rawOctetsAreUtf8() {
        assertThat(matched("/(.*)", "/caf\u00c3\u00a9")).isEqualTo("café");
    }

    @ParameterizedTest
    @CsvSource({"/(.*), /%ff", "/(.)(.*), /%C3%A9", "/([^%]*)%C3(.*), /a%C3%A9", "/(.*), /%ED%A0%80"})
    void aGroupThatIsNoUtf8IsTheClientsFault(String pattern, String path) {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(HttpInputError.class)
                .isThrownBy(() -> new PathMatches(pattern).match(path))
                .satisfies(error -> assertThat(error.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/b, /a/b",
        "/a$, /a",
        "^/a$, /a",
        "/a\\.c, /a.c",
        "/a\\-b\\/c, /a-b/c",
        "/price\\$, /price$",
        "/a%20b;c=d, /a%20b;c=d",
    })
    void aPatternWithNothingSpecialIsALiteral(String pattern, String literal) {
        assertThat(new PathMatches(pattern).literal()).contains(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.c", "/a?", "/a*", "/(a)", "/[a]", "/a|b", "/\\d", "/a{2}", "(?i)/a", "/a\\b"})
    void anythingElseIsNone(String pattern) {
        assertThat(new PathMatches(pattern).literal()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/n/(\\d+) ~ 42 ~ /n/42",
                "^/n/(\\d+)$ ~ 42 ~ /n/42",
                "/n/(\\d+)/x\\.y ~ 42 ~ /n/42/x.y",
                "/u/(?P<user_name>[a-z]+) ~ x&y ~ /u/x%26y",
                "/u/(.*) ~ a b/c ~ /u/a%20b/c",
                "/u/(.*) ~ é☃ ~ /u/%C3%A9%E2%98%83",
                "/u/(.*) ~ a?b#c%d ~ /u/a%3Fb%23c%25d",
                "/(cat|dog)/x ~ cat ~ /cat/x",
            })
    void plainGroupsCanBeReversed(String pattern, String argument, String url) {
        assertThat(new PathMatches(pattern).reverse(argument)).isEqualTo(url);
    }

    @Test
    void severalGroupsTakeTheirArgumentsInTurn() {
        PathMatches pair = new PathMatches("/p/([^/]+)/([^/]+)/end");
        assertThat(pair.reverse("a b", 7)).isEqualTo("/p/a%20b/7/end");
        for (Object[] wrong : new Object[][] {{}, {"a"}, {"a", "b", "c"}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pair.reverse(wrong))
                    .withMessageContaining("takes 2 arguments, not " + wrong.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/o(?:/(\\d+))?", "/(a)?", "/(a)+", "/(a){2}", "/((a)b)", "/a.c/(b)", "/\\d/(b)", "/a|/(b)"})
    void whatIsMoreThanPlainGroupsCannotBeReversed(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathMatches(pattern).reverse("x"))
                .withMessageContaining("cannot be reversed");
    }

    @ParameterizedTest
    @CsvSource({
        "/(, no regular expression",
        "/a**b(, no regular expression",
        "/[a, no regular expression",
        "/(?P<a, without an end",
        "/(?P<a>x)(y), mixes named and unnamed",
        "/(?P<a>x)(?P<a>y), two groups named a",
        "/(?P<>x), no name of a group",
        "/(?P<1a>x), no name of a group",
        "/(?P<a-b>x), no name of a group",
        "/(?P=a), no group named a",
        "/\\k<a>, no group named a",
    })
    void aWrongPatternSaysWhatIsWrong(String pattern, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathMatches(pattern))
                .withMessageContaining(pattern)
                .withMessageContaining(message);
    }
}
