package landspout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import landspout.http.BodyLimits;
import landspout.http.HttpServerRequest;
import landspout.http.RawExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleRouterTest {

    /** A target that is told apart by its label. */
    private record Labelled(String label) implements RequestTarget {
        @Override
        public void serve(HttpServerRequest request, PathArguments arguments) {
            throw new UnsupportedOperationException();
        }
    }

    private static Rule rule(String pattern, String label) {
        return Rule.of(new PathMatches(pattern), new Labelled(label), "");
    }

    private static HttpServerRequest request(String path) {
        return new HttpServerRequest(new RawExchange("GET", path), BodyLimits.DEFAULTS, 10);
    }

    private static String find(Router router, String path) {
        return router.find(request(path))
                .map(match -> ((Labelled) match.target()).label())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "/first/special, A",
        "/first/later, B",
        "/first/other, B",
        "/twice, C",
        "/a.c, E",
        "/abc, E",
        "/escaped.c, F",
        "/escapedxc, none",
        "/none, none",
        "/last, G",
    })
    void orderOfDefinitionDecides(String path, String label) {
        Router router = new RuleRouter(List.of(
                rule("/first/special", "A"),
                rule("/first/(\\w+)", "B"),
                rule("/first/later", "never"),
                rule("/twice", "C"),
                rule("/twice", "never"),
                rule("/a.c", "E"),
                rule("/a\\.c", "never"),
                rule("/escaped\\.c", "F"),
                rule("/last", "G"),
                rule("/last.*", "H")));
        assertThat(find(router, path)).isEqualTo(label);
    }

    @Test
    void rulesBehindALiteralAreNotTried() {
        AtomicInteger tried = new AtomicInteger();
        Matcher counting = request -> {
            tried.incrementAndGet();
            return Optional.empty();
        };
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rules.add(rule("/literal/" + i, "L" + i));
            rules.add(Rule.of(counting, new Labelled("never"), ""));
        }
        Router router = new RuleRouter(rules);
        assertThat(find(router, "/literal/0")).isEqualTo("L0");
        assertThat(tried).hasValue(0);
        assertThat(find(router, "/literal/7")).isEqualTo("L7");
        assertThat(tried).hasValue(7);
        assertThat(find(router, "/nothing")).isEqualTo("none");
        assertThat(tried).hasValue(507);
    }

    @Test
    void aRouterThatFindsNothingGivesTheNextRuleItsTurn() {
        Router inner = new RuleRouter(List.of(rule("/in/a", "inner")));
        Router router = new RuleRouter(List.of(
                Rule.of(new PathMatches("/in/.*"), inner),
                Rule.of(new PathMatches("/in/c"), inner),
                rule("/in/(.*)", "outer"),
                rule("/in/c", "never")));
        assertThat(find(router, "/in/a")).isEqualTo("inner");
        assertThat(find(router, "/in/b")).isEqualTo("outer");
        assertThat(find(router, "/in/c")).isEqualTo("outer");
    }

    @Test
    void argumentsComeFromTheRuleThatLeadsToTheTarget() {
        Router inner = new RuleRouter(List.of(rule("/in/a/(.*)", "inner")));
        Router router = new RuleRouter(List.of(Rule.of(new PathMatches("/in/(\\w)/.*"), inner)));
        RouteMatch match = router.find(request("/in/a/rest")).orElseThrow();
        assertThat(match.arguments().positional()).containsExactly(Optional.of("rest"));
    }

    @Test
    void namesAreFoundInNestedRoutersToo() {
        Router inner = new RuleRouter(List.of(Rule.of(new PathMatches("/in/(\\d+)"), new Labelled("inner"), "number")));
        Router router = new RuleRouter(List.of(
                Rule.of(new HostMatches("api\\.test"), inner),
                Rule.of(new PathMatches("/out"), new Labelled("outer"), "out")));
        assertThat(router.reverse("number", 5)).contains("/in/5");
        assertThat(router.reverse("out")).contains("/out");
        assertThat(router.reverse("nobody")).isEmpty();
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleRouter(List.of(
                        Rule.of(new PathMatches("/a"), new Labelled("a"), "x"),
                        Rule.of(new PathMatches("/b"), new Labelled("b"), "x"))))
                .withMessageContaining("named x");
    }

    @ParameterizedTest
    @CsvSource({
        "api\\.example\\.test, api.example.test, true",
        "api\\.example\\.test, API.example.TEST, true",
        "API\\.example\\.test, api.example.test, true",
        "api\\.example\\.test, api.example.test:8080, true",
        "api\\.example\\.test, api.example.test:, true",
        "api\\.example\\.test, xapi.example.test, false",
        "api\\.example\\.test, api.example.test.evil, false",
        "api\\.example\\.test, api-example.test, false",
        "\\[::1\\], [::1], true",
        "\\[::1\\], [::1]:80, true",
    })
    void hostsAreMatchedWholeWithoutPortAndCase(String pattern, String host, boolean matches) {
        RawExchange exchange = new RawExchange("GET", "/");
        exchange.requestHeaders.set("Host", host);
        assertThat(new HostMatches(pattern).match(new HttpServerRequest(exchange, BodyLimits.DEFAULTS, 10)))
                .satisfies(found -> assertThat(found.isPresent()).isEqualTo(matches));
    }
}
