package landspout.samples.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MountTest {

    private static final Mount API = new Mount("/api");

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1, GET /api/ HTTP/1.1",
        "POST /a/b?next=/c HTTP/1.1, POST /api/a/b?next=/c HTTP/1.1",
        "GET / HTTP/1.0, GET /api/ HTTP/1.0",
    })
    void requestsCarryThePrefix(String line, String mounted) {
        String rest = "\r\nHost: conformance.test\r\nReferer: /x /y\r\n\r\n /body";
        assertThat(API.request(line + rest)).isEqualTo(mounted + rest);
        assertThat(Mount.ROOT.request(line + rest)).isEqualTo(line + rest);
    }

    static Stream<Arguments> locations() {
        return Stream.of(
                Arguments.of("auth/page-anonymous", "/api/login?next=%2Fapi%2Fauth%2Fpage"),
                Arguments.of(
                        "auth/page-anonymous-evil-next",
                        "/api/login?next=%2Fapi%2Fauth%2Fpage%3Fnext%3D%2F%2Fevil.test%2F"),
                Arguments.of(
                        "auth/absolute-other-host",
                        "https://login.example.test/signin?next=http%3A%2F%2Fother.test%3A8443%2Fapi%2Fauth%2Fabsolute"),
                Arguments.of("auth/with-query-anonymous", "/api/login?from=app"),
                Arguments.of("slash/add-query", "/api/slash/add/?a=1&b=2"),
                Arguments.of("slash/remove-present", "/api/slash/remove"),
                Arguments.of("static/directory-redirect", "/api/files/sub/"),
                Arguments.of("redirect/default-302", "/target"),
                Arguments.of("redirect/after-write", "/elsewhere"),
                Arguments.of("lifecycle/prepare-redirects", "/life/target"),
                Arguments.of("stock/redirect-permanent", "/target"));
    }

    @ParameterizedTest
    @MethodSource("locations")
    void onlyRedirectsOfTheFrameworkCarryThePrefix(String name, String location) {
        assertThat(expected(name).headers().values("location")).containsExactly(location);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cookies/set | plain=value; Path=/api",
                "cookies/clear-all | a=\"\"; expires=<past>; Path=/api",
                "cookies/path-plain | p=v; Path=/deep/er",
                "cookies/clear | plain=\"\"; Domain=example.test; expires=<past>; Path=/cookies",
            })
    void onlyTheDefaultPathOfCookiesIsTheMountPoint(String name, String line) {
        assertThat(expected(name).headers().values("set-cookie")).contains(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo/request | \"uri\":\"/api/echo/request?a=1&b=%20x\"",
                "echo/request | \"path\":\"/echo/request\"",
                "echo/request | \"full_url\":\"http://conformance.test/api/echo/request?a=1&b=%20x\"",
                "routing/reverse | \"hello\":\"/api/\"",
                "routing/reverse | \"num\":\"/api/route/num/42\"",
                "static/static-url | \"unversioned\":\"/api/static/hello.txt\"",
                "static/static-url | \"absolute\":\"http://conformance.test/api/static/hello.txt?v=",
                "auth/login-target | \"next\": \"/auth/page\"",
            })
    void urlsInBodiesCarryThePrefix(String name, String part) {
        assertThat(expected(name).body().text()).contains(part);
    }

    @Test
    void nothingElseChanges() {
        List<GoldenCase> changed = Corpus.all()
                .filter(goldenCase -> goldenCase.appliesTo(Mode.SERVLET))
                .filter(goldenCase -> !expected(goldenCase.fullName()).equals(recorded(goldenCase)))
                .toList();
        assertThat(changed)
                .extracting(GoldenCase::area)
                .containsOnly("auth", "cookies", "echo", "errors", "routing", "signed", "slash", "static", "xsrf");
        assertThat(changed).extracting(GoldenCase::fullName).hasSize(34);
    }

    @Test
    void mappingsHaveAMountPoint() {
        assertThat(Mapping.DEFAULT.mount()).isEqualTo(Mount.ROOT);
        assertThat(Mapping.EVERYTHING.mount()).isEqualTo(Mount.ROOT);
        assertThat(Mapping.BELOW_PREFIX.mount()).isEqualTo(API);
        assertThat(Mapping.IN_CONTEXT.mount()).isEqualTo(new Mount("/ctx"));
    }

    private static RecordedAnswer expected(String name) {
        GoldenCase goldenCase = Corpus.named(name);
        return API.expected(goldenCase.request(), recorded(goldenCase));
    }

    private static RecordedAnswer recorded(GoldenCase goldenCase) {
        return goldenCase.answers(Mode.SERVLET).get(0);
    }
}
