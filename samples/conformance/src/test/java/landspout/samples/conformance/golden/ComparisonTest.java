package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded answer passes its own case, and so does one that differs in what does not matter. */
final class ComparisonTest {

    @TestFactory
    Stream<DynamicTest> recordedAnswersPass() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Corpus.comparable(mode)
                        .map(goldenCase -> DynamicTest.dynamicTest(mode.key() + " " + goldenCase.fullName(), () -> {
                            for (RecordedAnswer recorded : goldenCase.answers(mode)) {
                                assertThat(differences(mode, goldenCase, Replayed.answer(goldenCase, recorded)))
                                        .isEmpty();
                            }
                        })));
    }

    @Test
    void everyAttributeOfACookieCounts() {
        GoldenCase goldenCase = Corpus.named("cookies/attributes");
        Answer answer =
                Replayed.answer(goldenCase, goldenCase.answers(Mode.SERVLET).get(0));
        String[][] changes = {
            {"full=v", "full=w"},
            {"full=v", "other=v"},
            {"Domain=example.test", "Domain=other.test"},
            {"; HttpOnly", ""},
            {"; Secure", ""},
            {"Max-Age=172800", "Max-Age=172801"},
            {"Path=/cookies", "Path=/"},
            {"SameSite=Lax", "SameSite=Strict"},
            {"<future>", "Tue, 01 May 2018 12:30:15 GMT"},
            {"<future>", "some day"},
            {"Path=/cookies", "Path=/cookies; Partitioned"},
        };
        for (String[] change : changes) {
            assertThat(differences(
                            Mode.SERVLET, goldenCase, Mutation.replaced(answer, "Set-Cookie", change[0], change[1])))
                    .as(List.of(change).toString())
                    .hasSize(1);
        }
    }

    @Test
    void whatDoesNotMatterInACookieIsFree() {
        GoldenCase attributes = Corpus.named("cookies/attributes");
        Answer full =
                Replayed.answer(attributes, attributes.answers(Mode.SERVLET).get(0));
        String other = "full=\"v\"; secure; samesite=lax; httponly; path=/cookies; max-age=172800; "
                + "domain=EXAMPLE.test; expires=Sat, 01-Jan-2095 00:00:00 GMT";
        Answer reordered = Mutation.withHeader(Mutation.withoutHeader(full, "Set-Cookie"), "set-cookie", other);
        assertThat(differences(Mode.SERVLET, attributes, reordered)).isEmpty();

        GoldenCase quoted = Corpus.named("cookies/set-semicolon-quoted");
        Answer octal = Replayed.answer(quoted, quoted.answers(Mode.SERVLET).get(0));
        assertThat(differences(Mode.SERVLET, quoted, Mutation.replaced(octal, "Set-Cookie", "\\073", ";")))
                .isEmpty();
        assertThat(differences(Mode.SERVLET, quoted, Mutation.replaced(octal, "Set-Cookie", "\\073", ":")))
                .isNotEmpty();
    }

    @Test
    void exactExpiryCountsToTheSecond() {
        GoldenCase goldenCase = Corpus.named("cookies/expires-fixed");
        Answer answer =
                Replayed.answer(goldenCase, goldenCase.answers(Mode.NATIVE).get(0));
        assertThat(differences(
                        Mode.NATIVE, goldenCase, Mutation.replaced(answer, "Set-Cookie", "05:06:07", "05:06:08")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "basic/hello, Etag, \"0123456789abcdef0123456789abcdef\", true",
        "basic/hello, Etag, \"xxh-free\", true",
        "basic/hello, Etag, W/\"0123456789abcdef0123456789abcdef\", false",
        "basic/hello, Etag, unquoted, false",
        "etag/fixed, Etag, \"other\", false",
        "basic/hello, Content-Type, text/html;charset=\"utf-8\", true",
        "basic/hello, Content-Type, text/html; charset=ISO-8859-1, false",
        "basic/hello, Content-Type, text/plain; charset=UTF-8, false",
        "basic/hello, Content-Length, 13, false",
        "static/js, Content-Type, text/javascript, true",
        "static/text, Last-Modified, 'Sun, 06 Nov 1994 08:49:37 GMT', true",
        "static/text, Last-Modified, yesterday, false",
        "basic/hello, Vary, accept-encoding, true",
        "static/text, Accept-Ranges, none, false",
        "redirect/default-302, Location, /other, false",
    })
    void headersAreComparedByTheirMeaning(String name, String header, String value, boolean passes) {
        GoldenCase goldenCase = Corpus.named(name);
        Answer answer =
                Replayed.answer(goldenCase, goldenCase.answers(Mode.NATIVE).get(0));
        Answer changed = Mutation.withHeader(Mutation.withoutHeader(answer, header), header, value);
        assertThat(differences(Mode.NATIVE, goldenCase, changed).isEmpty()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "json/types, '\"int\": 7', '\"int\":7.0', true",
        "json/types, '\"int\": 7', '\"int\":8', false",
        "json/types, '\"int\": 7', '\"int\":\"7\"', false",
        "json/types, '\"null\": null', '\"null\": false', false",
        "json/types, '[1, \"two\", []]', '[\"two\", 1, []]', false",
        "json/types, '[]]}', '[]]', false",
        "errors/send-404, 404: Not Found, 404: Nothing, false",
        "basic/hello, 'Hello, world', 'Hello, World', false",
    })
    void bodiesAreComparedByTheirMeaning(String name, String part, String replacement, boolean passes) {
        GoldenCase goldenCase = Corpus.named(name);
        RecordedAnswer recorded = goldenCase.answers(Mode.SERVLET).get(0);
        Answer answer = Replayed.answer(goldenCase, recorded);
        assertThat(recorded.body().text()).contains(part);
        Answer changed = Mutation.body(answer, recorded.body().text().replace(part, replacement));
        assertThat(differences(Mode.SERVLET, goldenCase, changed).isEmpty()).isEqualTo(passes);
    }

    @Test
    void aRefusalNamesTheFeature() {
        GoldenCase goldenCase = Corpus.named("async/sleep");
        Answer refusal = Mutation.body(
                Mutation.withHeader(Answer.none(""), "Content-Type", "text/html; charset=UTF-8"),
                "<p>The asynchronous handler did not finish</p>");
        Answer answer = Mutation.status(refusal, 501);
        assertThat(differences(Mode.SERVLET, goldenCase, answer)).isEmpty();
        assertThat(differences(Mode.NATIVE, goldenCase, answer)).isNotEmpty();
        assertThat(differences(Mode.SERVLET, goldenCase, Mutation.status(answer, 500)))
                .hasSize(1);
        assertThat(differences(Mode.SERVLET, goldenCase, Mutation.body(answer, "no")))
                .hasSize(1);
        assertThat(differences(Mode.SERVLET, goldenCase, Mutation.withoutHeader(answer, "Content-Type")))
                .hasSize(1);
    }

    private static List<String> differences(Mode mode, GoldenCase goldenCase, Answer answer) {
        return new Comparison(mode, Mount.ROOT).differences(goldenCase, answer);
    }
}
