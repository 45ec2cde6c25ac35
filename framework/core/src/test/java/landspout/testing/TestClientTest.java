package landspout.testing;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import landspout.http.HttpFile;
import landspout.web.Application;
import landspout.web.RequestHandler;
import landspout.web.Settings;
import landspout.web.SignedValues;
import landspout.web.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client as applications' own tests use it. */
final class TestClientTest {

    static final class Form extends RequestHandler {
        @Override
        protected void get() {
            write(xsrfFormHtml());
        }

        @Override
        protected void post() {
            write(getBodyArgument("title", "none") + " " + getBodyArgument("mood", "none"));
            for (String field : new String[] {"photo", "note"}) {
                for (HttpFile file : request().files().getOrDefault(field, java.util.List.of())) {
                    write("|" + field + " " + file.filename() + " " + file.contentType() + " "
                            + new String(file.body(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    static final class Account extends RequestHandler {
        @Override
        protected void get() {
            write(getSecureCookie("user")
                    .map(octets -> new String(octets, StandardCharsets.UTF_8))
                    .orElse("nobody"));
        }

        @Override
        protected void post() {
            setSecureCookie("user", getBodyArgument("name"));
            setCookie("theme", "dark(blue)");
        }

        @Override
        protected void delete() {
            clearCookie("user");
        }
    }

    private static Application app(boolean xsrf) {
        return Application.builder(route("/form", Form::new), route("/account", Account::new))
                .set(Settings.COOKIE_SECRET, SigningKeys.of("a secret for tests"))
                .set(Settings.XSRF_COOKIES, xsrf)
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "", "?a=b", "http://localhost/form"})
    void aPathBeginsWithASlash(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestClient.of(app(false)).get(uri))
                .withMessageContaining("write \"/" + uri + "\"");
    }

    @Test
    void filesGoWithFieldsInAnyOrder() {
        TestClient client = TestClient.of(app(false));
        String text = client.request("POST", "/form")
                .form(Map.of("title", "Caf\u00e9"))
                .file("photo", "a \"b\".png", "image/png", utf8("--octets\r\n"))
                .file("note", "n.txt", "text/plain", utf8(""))
                .form(Map.of("mood", "a&b=c\r\nd"))
                .send()
                .text();
        assertThat(text)
                .isEqualTo("Caf\u00e9 a&b=c\r\nd|photo a %22b%22.png image/png --octets\r\n|note n.txt text/plain ");
        assertThat(client.post("/form", Map.of("title", "plain")).text()).isEqualTo("plain none");
    }

    @Test
    void cookiesAreKeptAndSentBackAndDeleted() {
        TestClient browser = TestClient.of(app(false)).withCookies();
        assertThat(browser.get("/account").text()).isEqualTo("nobody");
        browser.post("/account", Map.of("name", "ann"));
        assertThat(browser.get("/account").text()).isEqualTo("ann");
        assertThat(browser.mountedAt("/shop").get("/account").text()).isEqualTo("ann");
        assertThat(browser.cookie("theme")).isEqualTo("\"dark(blue)\"");
        browser.request("DELETE", "/account").send();
        assertThat(browser.cookie("user")).isEmpty();
        assertThat(browser.get("/account").text()).isEqualTo("nobody");
        assertThat(browser.withCookies().cookie("theme")).isEmpty();
    }

    @Test
    void withoutAJarNothingIsKept() {
        TestClient client = TestClient.of(app(false));
        client.post("/account", Map.of("name", "ann"));
        assertThat(client.get("/account").text()).isEqualTo("nobody");
        assertThatThrownBy(() -> client.cookie("user"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("withCookies()");
    }

    @Test
    void aTestSignsACookieItself() {
        Application app = app(false);
        String user = SignedValues.create(app.settings().get(Settings.COOKIE_SECRET), "user", "ann");
        TestClient client = TestClient.of(app);
        for (TestClient either : new TestClient[] {client, client.withCookies()}) {
            assertThat(either.request("GET", "/account")
                            .header("Cookie", "user=" + user)
                            .send()
                            .text())
                    .isEqualTo("ann");
        }
    }

    @Test
    void aFormBringsItsToken() {
        TestClient client = TestClient.of(app(true));
        TestClient browser = client.withCookies();
        assertThat(browser.post("/form", Map.of("title", "x")).status()).isEqualTo(403);
        browser.get("/form");
        assertThat(browser.post("/form", Map.of("title", "x", "_xsrf", browser.cookie("_xsrf")))
                        .status())
                .isEqualTo(200);
        assertThat(client.request("POST", "/form")
                        .header("Cookie", "_xsrf=c0ffee")
                        .form(Map.of("_xsrf", "c0ffee"))
                        .send()
                        .status())
                .isEqualTo(200);
    }
}
