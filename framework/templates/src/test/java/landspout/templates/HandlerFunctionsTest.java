package landspout.templates;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import landspout.web.Application;
import landspout.web.RequestHandler;
import landspout.web.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and the handlers that render them, through whole requests. */
class HandlerFunctionsTest {

    @TempDir
    Path directory;

    private Application application;

    private static final class Page extends RequestHandler {
        @Override
        protected void get() {
            render("page.html", Map.of("word", "a b"));
        }

        @Override
        protected Optional<?> getCurrentUser() {
            return getCookie("user");
        }
    }

    @BeforeEach
    void makeApplication() {
        application = Application.builder(
                        route("/", Page::new),
                        route("/story/([^/]+)/([0-9]+)", Page::new).named("story"))
                .set(Settings.TEMPLATE_ENGINE, PebbleTemplates.directory(directory))
                .build();
    }

    private TestResponse answer(String template, String cookie) throws Exception {
        Files.writeString(directory.resolve("page.html"), template);
        return TestClient.of(application)
                .mountedAt("/shop")
                .request("GET", "/?q=1")
                .header("Cookie", cookie)
                .send();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            {{ reverse_url("story", word, 7) }}                        -> /shop/story/a%20b/7
            {{ request.uri }} {{ request.method }}                     -> /shop/?q=1 GET
            {{ handler.status }} {{ handler.finished }}                -> 200 false
            {% if current_user is null %}nobody{% else %}{{ current_user }}{% endif %} -> <ann>
            """)
    void aTemplateKnowsItsHandler(String template, String text) throws Exception {
        assertThat(answer(template, "user=<ann>").text()).isEqualTo(text.replace("<ann>", "&lt;ann&gt;"));
    }

    @Test
    void nobodyIsNull() throws Exception {
        assertThat(answer("{% if current_user is null %}nobody{% endif %}", "other=1")
                        .text())
                .isEqualTo("nobody");
    }

    @Test
    void theFormFieldIsMarkupAndSetsItsCookie() throws Exception {
        TestResponse answer = answer("{{ xsrf_form_html() }}", "other=1");

        assertThat(answer.text()).matches("<input type=\"hidden\" name=\"_xsrf\" value=\"[0-9a-f|]+\"/>");
        assertThat(answer.headers().getList("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("_xsrf=")
                .endsWith("Path=/shop");
    }

    @Test
    void withoutTheFormFieldThereIsNoCookie() throws Exception {
        assertThat(answer("plain", "other=1").headers().contains("Set-Cookie")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ missing }}",
                "{{ reverse_url() }}",
                "{{ reverse_url(7) }}",
                "{{ reverse_url(\"none\") }}",
                "{{ reverse_url(\"story\", current_user, 7) }}",
                "{{ reverse_url(\"story\", a=1) }}",
                "{{ static_url() }}",
                "{{ static_url(\"a.txt\") }}",
                "{{ xsrf_form_html(",
                "{{ handler.class }}",
                "{{ handler.getClass() }}"
            })
    void whatATemplateGetsWrongIs500AndStaysInTheLog(String template) throws Exception {
        TestResponse answer = answer(template, "other=1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(List.of(answer.text().split("\\W+"))).doesNotContain("page", "pebble", "Exception");
    }
}
