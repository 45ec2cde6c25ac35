package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A recorded answer passes its own case; with one thing changed it does not. */
final class ComparisonTest {

    private static final List<GoldenCase> CASES = GoldenCases.all();

    @TestFactory
    Stream<DynamicTest> recordedAnswersPass() {
        return Stream.of(Mode.values())
                .flatMap(mode -> comparable(mode)
                        .map(goldenCase -> DynamicTest.dynamicTest(mode.key() + " " + goldenCase.fullName(), () -> {
                            for (RecordedAnswer recorded : goldenCase.answers(mode)) {
                                assertThat(differences(mode, goldenCase, Replayed.answer(goldenCase, recorded)))
                                        .isEmpty();
                            }
                        })));
    }

    @ParameterizedTest
    @EnumSource
    void anotherStatusFails(Mode mode) {
        assertThat(passing(mode, answer -> Mutation.status(answer, 299))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatBreaksOffFails(Mode mode) {
        assertThat(passing(mode, answer -> answer.cutOff("cut"))).allMatch(ComparisonTest::isLax);
    }

    @ParameterizedTest
    @EnumSource
    void bytesBehindTheAnswerFail(Mode mode) {
        assertThat(passing(mode, answer -> answer.followedBy("more"))).allMatch(ComparisonTest::isLax);
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerFails(Mode mode) {
        assertThat(passing(mode, answer -> Answer.none("closed"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Location, /nowhere",
        "Set-Cookie, more=1; Path=/",
        "Content-Range, bytes 0-1/2",
        "X-Unexpected, 1",
        "Cache-Control, no-store",
        "Allow, GET",
        "WWW-Authenticate, Basic",
        "Content-Language, de",
        "Vary, X-Unexpected",
        "Accept-Ranges, none",
    })
    void aHeaderTooManyFails(String name, String value) {
        for (Mode mode : Mode.values()) {
            assertThat(passing(mode, answer -> Mutation.withHeader(answer, name, value)))
                    .allMatch(goldenCase -> isLax(goldenCase) || ignores(goldenCase, name));
        }
    }

    @ParameterizedTest
    @CsvSource({"Server, x", "X-Powered-By, x", "X-Content-Type-Options, nosniff", "Keep-Alive, timeout=5", "Date, now"
    })
    void headersOfTheServerAreFree(String name, String value) {
        for (Mode mode : Mode.values()) {
            assertThat(passing(mode, answer -> Mutation.withHeader(answer, name, value)))
                    .hasSize((int) comparable(mode).count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingHeaderFails(Mode mode) {
        List<String> compared = List.of(
                "content-type",
                "location",
                "set-cookie",
                "vary",
                "etag",
                "cache-control",
                "last-modified",
                "expires",
                "content-range",
                "accept-ranges",
                "content-language",
                "www-authenticate",
                "content-encoding",
                "upgrade",
                "sec-websocket-accept",
                "x-kept",
                "x-method",
                "x-many",
                "x-default",
                "x-echo",
                "allow");
        for (String name : compared) {
            List<GoldenCase> withIt = comparable(mode)
                    .filter(goldenCase -> allHave(goldenCase, mode, name))
                    .toList();
            assertThat(withIt).as(name).isNotEmpty();
            assertThat(passing(mode, withIt, answer -> Mutation.withoutHeader(answer, name)))
                    .as(name)
                    .allMatch(goldenCase -> isLax(goldenCase) || ignores(goldenCase, name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherBodyFails(Mode mode) {
        List<GoldenCase> withBody = comparable(mode)
                .filter(goldenCase -> goldenCase.answers(mode).stream()
                        .allMatch(recorded -> recorded.body().length() > 0))
                .toList();
        assertThat(withBody).hasSizeGreaterThan(300);
        assertThat(passing(mode, withBody, answer -> Mutation.body(answer, "something else")))
                .allMatch(goldenCase -> isLax(goldenCase)
                        || goldenCase.rules().ignoreBody()
                        || GoldenCase.method(goldenCase.request()).equals("HEAD"));
    }

    @ParameterizedTest
    @EnumSource
    void aTextOfAnInternalExceptionFails(Mode mode) {
        assertThat(passing(mode, answer -> Mutation.body(answer, "<html>500: secret detail</html>")))
                .allMatch(ComparisonTest::isLax);
    }

    @Test
    void everyAttributeOfACookieCounts() {
        GoldenCase goldenCase = named("cookies/attributes");
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
        GoldenCase attributes = named("cookies/attributes");
        Answer full =
                Replayed.answer(attributes, attributes.answers(Mode.SERVLET).get(0));
        String other = "full=\"v\"; secure; samesite=lax; httponly; path=/cookies; max-age=172800; "
                + "domain=EXAMPLE.test; expires=Sat, 01-Jan-2095 00:00:00 GMT";
        Answer reordered = Mutation.withHeader(Mutation.withoutHeader(full, "Set-Cookie"), "set-cookie", other);
        assertThat(differences(Mode.SERVLET, attributes, reordered)).isEmpty();

        GoldenCase quoted = named("cookies/set-semicolon-quoted");
        Answer octal = Replayed.answer(quoted, quoted.answers(Mode.SERVLET).get(0));
        assertThat(differences(Mode.SERVLET, quoted, Mutation.replaced(octal, "Set-Cookie", "\\073", ";")))
                .isEmpty();
        assertThat(differences(Mode.SERVLET, quoted, Mutation.replaced(octal, "Set-Cookie", "\\073", ":")))
                .isNotEmpty();
    }

    @Test
    void exactExpiryCountsToTheSecond() {
        GoldenCase goldenCase = named("cookies/expires-fixed");
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
        GoldenCase goldenCase = named(name);
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
        "json/types, '}}', '}', false",
        "errors/send-404, 404: Not Found, 404: Nothing, false",
        "basic/hello, 'Hello, world', 'Hello, World', false",
    })
    void bodiesAreComparedByTheirMeaning(String name, String part, String replacement, boolean passes) {
        GoldenCase goldenCase = named(name);
        RecordedAnswer recorded = goldenCase.answers(Mode.SERVLET).get(0);
        Answer answer = Replayed.answer(goldenCase, recorded);
        assertThat(recorded.body().text()).contains(part);
        Answer changed = Mutation.body(answer, recorded.body().text().replace(part, replacement));
        assertThat(differences(Mode.SERVLET, goldenCase, changed).isEmpty()).isEqualTo(passes);
    }

    @Test
    void theReasonCountsWhereTheRulesSaySo() {
        assertThat(passing(Mode.NATIVE, answer -> Mutation.reason(answer, "Whatever")))
                .noneMatch(goldenCase -> goldenCase.rules().checkReason());
        assertThat(passing(Mode.SERVLET, answer -> Mutation.reason(answer, "Whatever")))
                .hasSize((int) comparable(Mode.SERVLET).count());
    }

    @Test
    void furtherAnswersOfAConnectionCount() {
        List<GoldenCase> several = comparable(Mode.NATIVE)
                .filter(goldenCase -> !goldenCase.more().isEmpty())
                .toList();
        assertThat(several).hasSize(12);
        assertThat(passing(Mode.NATIVE, several, answer -> answer.withNext(List.of())))
                .isEmpty();
    }

    @Test
    void aRefusalNamesTheFeature() {
        GoldenCase goldenCase = named("async/sleep");
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

    /** The cases that pass although each recorded answer that counts was changed. */
    private static List<GoldenCase> passing(Mode mode, UnaryOperator<Answer> change) {
        return passing(mode, comparable(mode).toList(), change);
    }

    private static List<GoldenCase> passing(Mode mode, List<GoldenCase> cases, UnaryOperator<Answer> change) {
        return cases.stream()
                .filter(goldenCase -> goldenCase.answers(mode).stream()
                        .map(recorded -> change.apply(Replayed.answer(goldenCase, recorded)))
                        .anyMatch(
                                answer -> differences(mode, goldenCase, answer).isEmpty()))
                .toList();
    }

    private static boolean isLax(GoldenCase goldenCase) {
        return goldenCase.rules().statusOnly();
    }

    private static boolean ignores(GoldenCase goldenCase, String header) {
        return goldenCase.rules().ignoreHeaders().contains(header.toLowerCase(Locale.ROOT));
    }

    private static boolean allHave(GoldenCase goldenCase, Mode mode, String header) {
        return goldenCase.answers(mode).stream()
                .noneMatch(recorded -> recorded.headers().values(header).isEmpty());
    }

    private static GoldenCase named(String name) {
        return CASES.stream()
                .filter(goldenCase -> goldenCase.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Not those which servlet mode refuses: there the recorded answer is an accident of WSGI. */
    private static Stream<GoldenCase> comparable(Mode mode) {
        return CASES.stream()
                .filter(goldenCase -> goldenCase.appliesTo(mode))
                .filter(goldenCase -> mode == Mode.NATIVE
                        || goldenCase.disabledInServlet().isEmpty()
                        || goldenCase.disabledOrGolden());
    }
}
