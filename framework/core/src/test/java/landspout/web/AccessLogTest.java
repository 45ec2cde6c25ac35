package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import landspout.http.RawExchange;
import landspout.ioloop.IOLoop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessLogTest {

    private static Application.Builder app() {
        return Application.builder(route(
                "/(\\d+).*", Handlers.get(handler -> handler.setStatus(Integer.parseInt(handler.pathArgument(0))))));
    }

    private static List<String> logged(Application app, String target) {
        try (LogLines log = LogLines.of("landspout.access")) {
            app.handle(new RawExchange("GET", target));
            return log.lines();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/200, false, ''",
        "/200, true, INFO 200",
        "/302, false, ''",
        "/304, true, INFO 304",
        "/399, false, ''",
        "/400, false, WARNING 400",
        "/404, true, WARNING 404",
        "/499, false, WARNING 499",
        "/500, false, SEVERE 500",
        "/999, false, SEVERE 999",
        "/nowhere, false, WARNING 404",
        "/%00, false, WARNING 400",
    })
    void failuresAlwaysTheOthersOnRequest(String target, boolean all, String line) {
        List<String> lines = logged(app().set(Settings.LOG_ALL_REQUESTS, all).build(), target);
        if (line.isEmpty()) {
            assertThat(lines).isEmpty();
        } else {
            assertThat(lines)
                    .singleElement()
                    .asString()
                    .matches(java.util.regex.Pattern.quote(line + " GET " + target + " (192.0.2.1) ")
                            + "\\d+\\.\\d\\dms");
        }
    }

    @Test
    void oneLineWhateverTheClientSent() {
        assertThat(logged(app().build(), "/404{0}'{1}?a\u001b[31m\r\n200 GET / \u2028\u00e9"))
                .singleElement()
                .asString()
                .contains("/404{0}'{1}?a\\u001b[31m\\u000d\\u000a200 GET / \\u2028\\u00e9")
                .doesNotContain("\n", "\u001b");
        assertThat(logged(app().build(), "/404" + "x".repeat(100_000)).get(0)).hasSizeLessThan(300);
    }

    @Test
    void nothingIsFormattedThatIsNotLogged() {
        try (LogLines log = LogLines.of("landspout.access")) {
            RawExchange fine = new RawExchange("GET", "/200");
            app().build().handle(fine);
            assertThat(fine.timesAskedForTheClient).isZero();
            log.level(Level.OFF);
            RawExchange failed = new RawExchange("GET", "/404");
            app().build().handle(failed);
            assertThat(failed.timesAskedForTheClient).isZero();
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatIsCutIsAFailure(boolean refused) {
        Application app = Application.of(route("/", Handlers.get(handler -> {
            handler.write("begun");
            handler.flush();
            if (refused) {
                IOLoop.current();
            }
            throw new IllegalStateException("half way");
        })));
        assertThat(logged(app, "/"))
                .singleElement()
                .asString()
                .matches("SEVERE 200 GET / \\(192\\.0\\.2\\.1\\) \\d+\\.\\d\\dms \\(cut\\)");
    }

    @Test
    void aClientThatLeavesIsNoFailure() {
        RawExchange exchange = new RawExchange("GET", "/");
        Application app = Application.of(route("/", Handlers.get(handler -> {
            handler.write("begun");
            handler.flush();
            exchange.leave();
            throw new IllegalStateException("nobody is there");
        })));
        try (LogLines log = LogLines.of("landspout.access")) {
            app.handle(exchange);
            assertThat(exchange.isAborted()).isTrue();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void theLogFunctionTakesItsPlace() {
        List<String> seen = new ArrayList<>();
        Application app = app().logFunction((handler, status) ->
                        seen.add(status + " " + handler.request().path()))
                .build();
        assertThat(logged(app, "/500")).isEmpty();
        assertThat(logged(app, "/200")).isEmpty();
        assertThat(seen).containsExactly("500 /500", "200 /200");
    }

    @Test
    void anHttpErrorIsLoggedWithItsMessageOnly() {
        Application app = Application.of(route("/.*", Handlers.get(handler -> {
            throw new HttpError(403, "secret\r\nfor the log");
        })));
        try (LogLines log = LogLines.of("landspout.general")) {
            app.handle(new RawExchange("GET", "/x"));
            assertThat(log.lines()).containsExactly("WARNING 403 GET /x (192.0.2.1): secret\\u000d\\u000afor the log");
            assertThat(log.thrown()).containsOnlyNulls();
        }
    }
}
