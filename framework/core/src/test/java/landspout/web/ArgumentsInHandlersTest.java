package landspout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsInHandlersTest {

    private static TestResponse ask(String query, Handlers.Work work) {
        return Handlers.client(work).get("/?" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "v=a, a, a",
        "v=a&v=b, b, b",
        "v=, '', ''",
        "v, '', ''",
        "v=+a+, a, ' a '",
        "v=%20a%20b%20, a b, ' a b '",
        "v=%C2%A0%E2%80%83a%E3%80%80, a, '\u00a0\u2003a\u3000'",
        "v=%C2%85a%1F, a, '\u0085a '",
        "v=%E2%80%8Ba, '\u200ba', '\u200ba'",
        "v=a%00b%08c%0Ed%1Fe, a b c d e, a b c d e",
        "v=a%09b, 'a\tb', 'a\tb'",
        "v=a%0Ab%0Dc, 'a\nb\rc', 'a\nb\rc'",
        "v=%01%02, '', '  '",
        "v=caf%C3%A9, café, café",
        "v=%F0%9F%8C%80, 🌀, 🌀",
        "v=%EF%BB%BFx, '\uFEFFx', '\uFEFFx'",
        "v=100%, 100%, 100%",
        "v=%zz, %zz, %zz",
        "v=a;b=c, a;b=c, a;b=c",
        "v=a=b, a=b, a=b",
        "&&v=a&&, a, a",
        "%76=a, a, a",
    })
    void oneValue(String query, String stripped, String whole) {
        TestResponse answer = ask(
                query,
                handler -> handler.write(Map.of(
                        "stripped",
                        handler.getArgument("v"),
                        "whole",
                        handler.getArgument("v", Strip.NO),
                        "fallback",
                        handler.getArgument("v", "fallback"),
                        "query",
                        handler.getQueryArgument("v"),
                        "none",
                        handler.getBodyArgument("v", "none"))));
        assertThat(answer.json())
                .isEqualTo(Map.of(
                        "stripped", stripped, "whole", whole, "fallback", stripped, "query", stripped, "none", "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=%FF", "v=%C3", "v=%C0%AF", "v=%ED%A0%80", "v=ok&v=%80"})
    void whatIsNoUtf8Is400WhenItIsAskedFor(String query) {
        assertThat(ask(query, handler -> handler.getArgument("v")).status()).isEqualTo(400);
        assertThat(ask(query, handler -> handler.getArguments("v")).status()).isEqualTo(400);
        assertThat(ask(query, handler -> handler.write(handler.getArgument("other", "fine")))
                        .text())
                .isEqualTo("fine");
    }

    @Test
    void whatIsMissingIs400() {
        List<Handlers.Work> asks = List.of(
                handler -> handler.getArgument("v"),
                handler -> handler.getArgument("v", Strip.NO),
                handler -> handler.getQueryArgument("v"),
                handler -> handler.getBodyArgument("v"));
        for (Handlers.Work ask : asks) {
            assertThat(ask("V=1", ask).status()).isEqualTo(400);
        }
        TestResponse answer = ask(
                "",
                handler -> handler.write(Map.of(
                        "fallback",
                        handler.getArgument("v", " fallback "),
                        "found",
                        handler.findArgument("v").isPresent(),
                        "all",
                        handler.getArguments("v"))));
        assertThat(answer.json()).isEqualTo(Map.of("fallback", " fallback ", "found", false, "all", List.of()));
    }

    @Test
    void queryComesBeforeBody() {
        TestResponse answer = Handlers.client(handler -> handler.write(Map.of(
                        "last",
                        handler.getArgument("v"),
                        "all",
                        handler.getArguments("v"),
                        "query",
                        handler.getQueryArguments("v"),
                        "body",
                        handler.getBodyArguments("v"))))
                .request("POST", "/?v=q1&v=+q2+")
                .form(Map.of("v", " b "))
                .send();
        assertThat(answer.json())
                .isEqualTo(Map.of(
                        "last", "b",
                        "all", List.of("q1", "q2", "b"),
                        "query", List.of("q1", "q2"),
                        "body", List.of("b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nul", "[1,]", "{\"a\":1}x"})
    void whatIsNoJsonIs400(String body) {
        assertThat(Handlers.client(RequestHandler::getJsonBody)
                        .request("POST", "/")
                        .body("application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void jsonThatIsTooDeepIs400() {
        assertThat(Handlers.client(RequestHandler::getJsonBody)
                        .request("POST", "/")
                        .body("application/json", "[".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tooManyFieldsAre400() {
        assertThat(ask("a&".repeat(10_001), handler -> handler.getArgument("v", "x"))
                        .status())
                .isEqualTo(400);
    }
}
