package landspout.web;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import landspout.testing.TestClient;
import landspout.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityTagTest {

    private static final class Tagged extends RequestHandler {
        @Override
        protected void get() {
            setHeader("X-Kept", "yes");
            setHeader("Content-Language", "en");
            setCookie("kept", "yes");
            write("body");
        }

        @Override
        protected void head() {
            get();
        }

        @Override
        protected void post() {
            get();
        }

        @Override
        protected Optional<String> computeEtag() {
            String tag = getArgument("tag", "\"t\"");
            return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"t\" ~ \"t\" ~ 304",
                "\"t\" ~ W/\"t\" ~ 304",
                "W/\"t\" ~ \"t\" ~ 304",
                "W/\"t\" ~ W/\"t\" ~ 304",
                "\"t\" ~ \"T\" ~ 200",
                "\"t\" ~ \"tt\" ~ 200",
                "\"t\" ~ \"\" ~ 200",
                "\"\" ~ \"\" ~ 304",
                "\"t\" ~ t ~ 200",
                "\"t\" ~ * ~ 304",
                "\"t\" ~ \"a\", * ~ 200",
                "\"t\" ~ \"a\",\"t\" ~ 304",
                "\"t\" ~ \"a\" , W/\"t\",\"b\" ~ 304",
                "\"t\" ~ \"a\"\"t\" ~ 304",
                "\"t\" ~ \"a,\"t\" ~ 200",
                "\"t\" ~ \"t ~ 200",
                "\"a,b\" ~ \"a,b\" ~ 304",
                "\"t\" ~ , ~ 200",
            })
    void ifNoneMatch(String tag, String wanted, int status) {
        TestClient client = Handlers.client(Tagged::new);
        String uri = "/?tag=" + landspout.escape.Escape.urlEscape(tag);
        for (String method : new String[] {"GET", "HEAD"}) {
            TestResponse answer =
                    client.request(method, uri).header("If-None-Match", wanted).send();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Etag")).isEqualTo(tag);
            assertThat(answer.header("X-Kept")).isEqualTo("yes");
            assertThat(answer.header("Set-Cookie")).startsWith("kept=");
            assertThat(answer.headers().contains("Content-Language")).isEqualTo(status == 200);
            assertThat(answer.headers().contains("Content-Type")).isEqualTo(status == 200);
            assertThat(answer.text()).isEqualTo(status == 200 && method.equals("GET") ? "body" : "");
        }
        assertThat(client.request("POST", uri)
                        .header("If-None-Match", wanted)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void severalFieldsAreOneList() {
        TestResponse answer = Handlers.client(Tagged::new)
                .request("GET", "/")
                .addHeader("If-None-Match", "\"a\"")
                .addHeader("If-None-Match", "\"t\"")
                .send();
        assertThat(answer.status()).isEqualTo(304);
    }

    @Test
    void noTagNoMatch() {
        TestResponse answer = Handlers.client(Tagged::new)
                .request("GET", "/?tag=")
                .header("If-None-Match", "*")
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().contains("Etag")).isFalse();
    }

    @Test
    void theAutomaticTagFollowsTheBody() {
        TestClient client = Handlers.client(handler -> handler.write(handler.getArgument("b", "")));
        String tag = client.get("/?b=one").header("Etag");
        assertThat(client.get("/?b=one").header("Etag")).isEqualTo(tag);
        assertThat(client.get("/?b=two").header("Etag")).isNotEqualTo(tag);
        assertThat(client.request("GET", "/?b=one")
                        .header("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(client.request("POST", "/?b=one").send().headers().contains("Etag"))
                .isFalse();
    }

    @Test
    void onlyAWhole200HasOne() {
        assertThat(Handlers.client(handler -> handler.setStatus(201)).get("/").header("Etag"))
                .isEmpty();
        assertThat(Handlers.client(handler -> handler.sendError(404)).get("/").header("Etag"))
                .isEmpty();
        TestResponse flushed = Handlers.client(handler -> {
                    handler.write("x");
                    handler.flush();
                })
                .request("GET", "/")
                .header("If-None-Match", "*")
                .send();
        assertThat(flushed.header("Etag")).isEmpty();
        assertThat(flushed.header("Content-Length")).isEmpty();
        assertThat(flushed.status()).isEqualTo(200);
    }

    @Test
    void theSettingTurnsOffWhatIsMadeFromTheBodyOnly() {
        Application app = Application.builder(
                        route("/auto", Handlers.get(handler -> handler.write("x"))), route("/own", Tagged::new))
                .set(Settings.AUTOMATIC_ETAGS, false)
                .build();
        TestClient client = TestClient.of(app);
        assertThat(client.get("/auto").header("Etag")).isEmpty();
        assertThat(client.get("/own").header("Etag")).isEqualTo("\"t\"");
    }

    @Test
    void longListsTakeLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(EntityTag.matches("\"".repeat(1_000_001), "\"t\"")).isFalse();
            assertThat(EntityTag.matches("W/".repeat(1_000_000), "\"t\"")).isFalse();
            assertThat(EntityTag.matches("\"a\",".repeat(500_000) + "\"t\"", "\"t\""))
                    .isTrue();
        });
    }
}
