package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every recorded answer fails its case as soon as one thing about it is changed. */
final class MutationTest {

    @ParameterizedTest
    @EnumSource
    void anotherStatusFails(Mode mode) {
        assertThat(passing(mode, Corpus.comparable(mode), answer -> Mutation.status(answer, 299)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerFails(Mode mode) {
        assertThat(passing(mode, Corpus.comparable(mode), answer -> Answer.none("closed")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatBreaksOffFails(Mode mode) {
        assertThat(passing(mode, Corpus.comparedFully(mode), answer -> answer.cutOff("cut")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bytesBehindTheAnswerFail(Mode mode) {
        assertThat(passing(mode, Corpus.comparedFully(mode), answer -> answer.followedBy("more")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Location, /nowhere",
        "Set-Cookie, more=1; Path=/",
        "Content-Range, bytes 0-1/2",
        "X-Unexpected, 1",
        "Cache-Control, no-store",
        "Allow, BREW",
        "WWW-Authenticate, Basic",
        "Content-Language, de",
        "Vary, X-Unexpected",
        "Accept-Ranges, none",
    })
    void aHeaderTooManyFails(String name, String value) {
        for (Mode mode : Mode.values()) {
            Stream<GoldenCase> cases =
                    Corpus.comparedFully(mode).filter(goldenCase -> Corpus.compares(goldenCase, name));
            assertThat(passing(mode, cases, answer -> Mutation.withHeader(answer, name, value)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"Server, x", "X-Powered-By, x", "X-Frame-Options, DENY", "Keep-Alive, timeout=5", "Date, now"})
    void headersOfTheServerAreFree(String name, String value) {
        for (Mode mode : Mode.values()) {
            assertThat(passing(mode, Corpus.comparable(mode), answer -> Mutation.withHeader(answer, name, value)))
                    .hasSize((int) Corpus.comparable(mode).count());
        }
    }

    @ParameterizedTest
    @CsvSource({
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
        "x-kept",
        "x-method",
        "x-many",
        "x-default",
        "x-echo",
    })
    void aMissingHeaderFails(String name) {
        for (Mode mode : Mode.values()) {
            List<GoldenCase> cases = Corpus.comparedFully(mode)
                    .filter(goldenCase -> Corpus.comparesAndHas(goldenCase, mode, name))
                    .toList();
            assertThat(cases).isNotEmpty();
            assertThat(passing(mode, cases.stream(), answer -> Mutation.withoutHeader(answer, name)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingContentTypeFails(Mode mode) {
        List<GoldenCase> cases = withBody(mode)
                .filter(goldenCase -> Corpus.comparesAndHas(goldenCase, mode, "content-type"))
                .toList();
        assertThat(cases).hasSizeGreaterThan(300);
        assertThat(passing(mode, cases.stream(), answer -> Mutation.withoutHeader(answer, "content-type")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherBodyFails(Mode mode) {
        List<GoldenCase> cases = withBody(mode)
                .filter(goldenCase -> !goldenCase.rules().ignoreBody())
                .toList();
        assertThat(cases).hasSizeGreaterThan(300);
        assertThat(passing(mode, cases.stream(), answer -> Mutation.body(answer, "something else")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTextOfAnInternalExceptionFails(Mode mode) {
        String page = "<html><title>500: Internal Server Error</title>secret detail</html>";
        assertThat(passing(mode, Corpus.comparedFully(mode), answer -> Mutation.body(answer, page)))
                .isEmpty();
    }

    @Test
    void theReasonCountsWhereTheRulesSaySo() {
        assertThat(passing(Mode.NATIVE, checkingReason(), answer -> Mutation.reason(answer, "Whatever")))
                .isEmpty();
        assertThat(passing(Mode.SERVLET, checkingReason(), answer -> Mutation.reason(answer, "Whatever")))
                .hasSize(8);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFurtherAnswerFails(Mode mode) {
        List<GoldenCase> several = Corpus.comparedFully(mode)
                .filter(goldenCase -> !goldenCase.more().isEmpty())
                .toList();
        assertThat(several).hasSizeGreaterThan(10);
        assertThat(passing(mode, several.stream(), answer -> answer.withNext(List.of())))
                .isEmpty();
    }

    private static Stream<GoldenCase> checkingReason() {
        return Corpus.all().filter(goldenCase -> goldenCase.rules().checkReason());
    }

    private static Stream<GoldenCase> withBody(Mode mode) {
        return Corpus.comparedFully(mode)
                .filter(goldenCase -> goldenCase.answers(mode).stream()
                        .allMatch(recorded -> recorded.body().length() > 0));
    }

    /** The cases that pass although each recorded answer that counts was changed. */
    private static List<String> passing(Mode mode, Stream<GoldenCase> cases, UnaryOperator<Answer> change) {
        Comparison comparison = new Comparison(mode, Mount.ROOT);
        return cases.filter(goldenCase -> goldenCase.answers(mode).stream()
                        .map(recorded -> change.apply(Replayed.answer(goldenCase, recorded)))
                        .anyMatch(answer ->
                                comparison.differences(goldenCase, answer).isEmpty()))
                .map(GoldenCase::fullName)
                .toList();
    }
}
