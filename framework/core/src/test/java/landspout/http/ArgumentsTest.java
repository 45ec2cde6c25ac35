package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final int MANY = 100;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | ''",
                "a=1                      | a=[1]",
                "a=1&b=two+words&a=3      | a=[1, 3] b=[two words]",
                "a&b=&c=1&=2&&d==         | a=[] b=[] c=[1] =[2] d=[=]",
                "a=1;b=2                  | a=[1;b=2]",
                "&&&                      | ''",
                "=                        | =[]",
                "a=b=c                    | a=[b=c]",
                "name=a+b%2Bc             | name=[a b+c]",
                "b=a+b%26c%3Dd            | b=[a b&c=d]",
                "%61%3d=1                 | a==[1]",
                "a+b=1                    | a b=[1]",
                "a=%                      | a=[%]",
                "a=%4                     | a=[%4]",
                "a=%zz%4g%+1              | a=[%zz%4g% 1]",
                "a=%%41                   | a=[%A]",
                "a=%2541                  | a=[%41]",
                "a=%4&1=2                 | a=[%4] 1=[2]",
                "a=%aF                    | a=[\u00af]",
                "a=%ff%fe                 | a=[\u00ff\u00fe]",
                "a=\u00c3\u00a9           | a=[\u00c3\u00a9]",
            })
    void queriesAndFormsAreReadAsTornadoReadsThem(String text, String expected) {
        assertThat(Received.describe(Arguments.parseQuery(text, MANY))).isEqualTo(expected);
        assertThat(Received.describe(Arguments.parseForm(Received.octets(text), MANY)))
                .isEqualTo(expected);
    }

    @Test
    void aNameWithoutEqualsHasTheEmptyValue() {
        Arguments arguments = Arguments.parseQuery("a&b=", MANY);

        assertThat(arguments.values("a")).containsExactly(new byte[0]);
        assertThat(arguments.values("b")).containsExactly(new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "caf%C3%A9=1, caf\u00c3\u00a9, caf\u00e9",
        "caf\u00c3\u00a9=1, caf\u00c3\u00a9, caf\u00e9",
        "caf%E9=1, caf\u00e9, caf\u00e9",
        "%E2%98%83=1, \u00e2\u0098\u0083, \u2603"
    })
    void aNameIsKeptAsOctetsAndFoundByItsText(String query, String octets, String text) {
        Arguments arguments = Arguments.parseQuery(query, MANY);

        assertThat(arguments.names()).containsExactly(octets);
        assertThat(arguments.values(octets)).hasSize(1);
        assertThat(arguments.values(text)).hasSize(1);
    }

    @Test
    void aNameSentInTwoFormsHasTheValuesOfBoth() {
        Arguments query = Arguments.parseQuery("caf%C3%A9=1", MANY);
        Arguments both = query.plus(Arguments.parseQuery("caf%E9=2", MANY));

        assertThat(both.values("caf\u00e9")).containsExactly(new byte[] {'1'}, new byte[] {'2'});
    }

    @Test
    void morePiecesThanAllowedAreRefusedAndEmptyOnesDoNotCount() {
        assertThat(Arguments.parseQuery("a&&b&&&c", 3).names()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> Arguments.parseQuery("a&a&a&a", 3))
                .isInstanceOfSatisfying(
                        HttpInputError.class,
                        error -> assertThat(error.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({"a=\u0126b=1", "a=\u4e2e", "\ud83c\udf00=1"})
    void charactersThatAreNoOctetsAreRefused(String query) {
        assertThatThrownBy(() -> Arguments.parseQuery(query, MANY)).isInstanceOf(HttpInputError.class);
    }

    @Test
    void absentNamesHaveNoValues() {
        assertThat(Arguments.EMPTY.isEmpty()).isTrue();
        assertThat(Arguments.parseQuery("", MANY)).isSameAs(Arguments.EMPTY);
        assertThat(Arguments.parseQuery("&", MANY)).isSameAs(Arguments.EMPTY);
        assertThat(Arguments.parseQuery("a=1", MANY).values("b")).isEmpty();
        assertThat(Arguments.parseQuery("a=1", MANY).isEmpty()).isFalse();
    }

    @Test
    void nothingCanBeChangedFromOutside() {
        Arguments arguments = Arguments.parseQuery("a=1&b=2&b=3", MANY);

        for (List<byte[]> values : List.of(arguments.values("a"), arguments.values("b"), arguments.values("c"))) {
            assertThatThrownBy(() -> values.add(new byte[0])).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThatThrownBy(() -> arguments.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> arguments.names().remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void queryValuesComeBeforeThoseOfTheBody() {
        Arguments query = Arguments.parseQuery("v=q1&v=q2&x=1", MANY);
        Arguments body = Arguments.parseForm(Received.octets("v=b1&y=2"), MANY);

        assertThat(Received.describe(query.plus(body))).isEqualTo("v=[q1, q2, b1] x=[1] y=[2]");
        assertThat(Received.describe(query)).isEqualTo("v=[q1, q2] x=[1]");
        assertThat(query.plus(Arguments.EMPTY)).isSameAs(query);
        assertThat(Arguments.EMPTY.plus(body)).isSameAs(body);
    }

    @Test
    void randomFormsAreReadAsTheObviousWayReadsThem() {
        String[] pieces = {"a", "b", "=", "&", "+", "%", "%41", "%4", "4", "1", "%zz", "%26", "%3D", ";", "\u00e9", "\0"
        };
        Random random = new Random(4);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder form = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                form.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(Received.describe(Arguments.parseQuery(form.toString(), MANY)))
                    .as(form.toString())
                    .isEqualTo(obvious(form.toString()));
        }
    }

    private static String obvious(String form) {
        Arguments.Builder arguments = new Arguments.Builder();
        for (String piece : form.split("&")) {
            if (!piece.isEmpty()) {
                String[] pair = (piece + (piece.contains("=") ? "" : "=")).split("=", 2);
                arguments.add(decoded(pair[0]), Received.octets(decoded(pair[1])));
            }
        }
        return Received.describe(arguments.build());
    }

    private static String decoded(String text) {
        return Pattern.compile("%([0-9A-Fa-f]{2})")
                .matcher(text.replace('+', ' '))
                .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}
