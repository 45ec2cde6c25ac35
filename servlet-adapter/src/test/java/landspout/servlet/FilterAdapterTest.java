package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import landspout.web.Application;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterAdapterTest {

    private static final Application SHOP = Application.of(
            route("/shop/(.*)", Handlers::echo),
            route(
                    "/broken",
                    () -> Handlers.plain(handler -> {
                        throw new IllegalStateException("secret detail");
                    })));

    @ParameterizedTest
    @EnumSource
    void servesWhatARuleMatches(TestContainer container) throws Exception {
        try (var running = start(container, "/app")) {
            assertThat(running.get("/app/shop/a?x").body()).isEqualTo("/shop/a /app /app/shop/a?x");
            assertThat(running.get("/%61pp/shop/a").body()).isEqualTo("/shop/a /app /%61pp/shop/a");
            assertThat(RawHttp.post(running.port(), "/app/shop/a", "text/plain", "body")
                            .body())
                    .isEqualTo("/shop/a /app /app/shop/a");
            RawHttp.Answer broken = running.get("/app/broken");
            assertThat(broken.status()).isEqualTo(500);
            assertThat(broken.text()).doesNotContain("secret detail", "IllegalState");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesEverythingElseUntouched(TestContainer container) throws Exception {
        try (var running = start(container, "/app")) {
            String form = "a=1&b=2";
            for (String type : new String[] {"application/x-www-form-urlencoded", "text/plain"}) {
                RawHttp.Answer answer = RawHttp.post(running.port(), "/app/legacy/x?q=1", type, form);

                assertThat(answer.status()).isEqualTo(203);
                assertThat(answer.header("Content-Type")).contains("text/x-legacy");
                assertThat(answer.headers("Vary")).isEmpty();
                assertThat(answer.body()).isEqualTo("legacy /legacy /x q=1 a=1&b=2");
            }
            assertThat(running.get("/app/legacy/").body()).isEqualTo("legacy /legacy / null ");
        }
    }

    private static TestContainer.Running start(TestContainer container, String contextPath) throws Exception {
        return container.start(contextPath, context -> {
            context.addServlet("legacy", new Legacy()).addMapping("/legacy/*");
            // Every real Tomcat has one; without it no filter runs for a path that no servlet is mapped to.
            context.addServlet("fallback", new Legacy()).addMapping("/");
            context.addFilter("shop", new FilterAdapter(SHOP))
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        });
    }

    private static final class Legacy extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            response.setStatus(203);
            response.setContentType("text/x-legacy");
            response.getOutputStream()
                    .print("legacy " + request.getServletPath() + " " + request.getPathInfo() + " "
                            + request.getQueryString() + " " + body);
        }
    }
}
