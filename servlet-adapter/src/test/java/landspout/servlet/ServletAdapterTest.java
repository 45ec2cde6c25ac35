package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Level;
import landspout.web.Application;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServletAdapterTest {

    private static final Application ECHO = Application.of(route("/.*", Handlers::echo));

    @ParameterizedTest
    @EnumSource
    void routesBelowTheMountPoint(TestContainer container) throws Exception {
        record Row(String context, String mapping, String target, String answer) {}
        List<Row> table = List.of(
                new Row("", "/*", "/", "/  /"),
                new Row("", "/*", "/a/b?x=1&y=%zz", "/a/b  /a/b?x=1&y=%zz"),
                new Row("", "/*", "/a;x=1/b;y", "/a;x=1/b;y  /a;x=1/b;y"),
                new Row("", "/*", "/%61%20+%e2%82%ac", "/%61%20+%e2%82%ac  /%61%20+%e2%82%ac"),
                new Row("", "/*", "/page.jsp", "/page.jsp  /page.jsp"),
                new Row("", "/*", "/a?", "/a  /a?"),
                new Row("", "/", "/a/b?x", "/a/b  /a/b?x"),
                new Row("", "/", "/", "/  /"),
                new Row("", "/api/*", "/api/a?x", "/a /api /api/a?x"),
                new Row("", "/api/*", "/api", "/ /api /api"),
                new Row("", "/api/*", "/api/", "/ /api /api/"),
                new Row("", "/api/*", "/%61pi;v=1/a", "/a /api /%61pi;v=1/a"),
                new Row("", "/exact", "/exact", "/exact  /exact"),
                new Row("", "*.do", "/a/b.do", "/a/b.do  /a/b.do"),
                new Row("/app", "/*", "/app/", "/ /app /app/"),
                new Row("/app", "/*", "/app/a/b?x", "/a/b /app /app/a/b?x"),
                new Row("/app", "/*", "/%61pp/a", "/a /app /%61pp/a"),
                new Row("/app", "/*", "/app;v=1/a", "/a /app /app;v=1/a"),
                new Row("/app", "/", "/app/a", "/a /app /app/a"),
                new Row("/app", "/exact", "/app/exact", "/exact /app /app/exact"),
                new Row("/app", "/api/*", "/app/api/a", "/a /app/api /app/api/a"),
                new Row("/app", "/api/*", "/app/api", "/ /app/api /app/api"),
                new Row("/deep/app", "/*", "/deep/app/a", "/a /deep/app /deep/app/a"));
        for (Row row : table) {
            try (var running = container.start(row.context, row.mapping, new ServletAdapter(ECHO))) {
                RawHttp.Answer answer = running.get(row.target);

                assertThat(answer.body()).as("%s in %s", row, container).isEqualTo(row.answer);
                assertThat(answer.status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsSeveralMappingsApart(TestContainer container) throws Exception {
        try (var running = container.start(
                "/app",
                context -> context.addServlet("echo", new ServletAdapter(ECHO))
                        .addMapping("/one/*", "/two/deep/*", "/three"))) {
            assertThat(running.get("/app/one/a").body()).isEqualTo("/a /app/one /app/one/a");
            assertThat(running.get("/app/two/deep/a").body()).isEqualTo("/a /app/two/deep /app/two/deep/a");
            assertThat(running.get("/app/three").body()).isEqualTo("/three /app /app/three");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "TOMCAT")
    void findsTheMountPointHoweverTomcatLetsItBeSpelled(TestContainer container) throws Exception {
        try (var running = container.start("/app", "/*", new ServletAdapter(ECHO))) {
            assertThat(running.get("//app/a").body()).isEqualTo("/a /app //app/a");
            assertThat(running.get("/x/../app/a").body()).isEqualTo("/a /app /x/../app/a");
            assertThat(running.get("/app//a").body()).isEqualTo("//a /app /app//a");
            assertThat(running.get("/app").body()).isEqualTo("/ /app /app");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesEveryMethodToTheApplication(TestContainer container) throws Exception {
        try (var running = container.start("", "/*", new ServletAdapter(ECHO))) {
            for (String method : List.of("PATCH", "PROPFIND", "FOO-BAR", "get", "OPTIONS")) {
                RawHttp.Answer answer =
                        RawHttp.request(running.port(), method + " / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

                assertThat(answer.status()).as(method).isEqualTo(405);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverEchoesWithTrace(TestContainer container) throws Exception {
        try (var running = container.start("", "/*", new ServletAdapter(ECHO))) {
            for (String target : List.of("/", "*")) {
                for (String method : List.of("TRACE", "OPTIONS")) {
                    RawHttp.Answer answer = RawHttp.request(
                            running.port(),
                            method + " " + target
                                    + " HTTP/1.1\r\nHost: h\r\nX-Secret: echo-me\r\nConnection: close\r\n\r\n");

                    assertThat(answer.text()).doesNotContain("echo-me");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersHeadWithoutABody(TestContainer container) throws Exception {
        Application application = Application.of(route("/", () -> Handlers.writes("hello")));
        try (var running = container.start("", "/*", new ServletAdapter(application))) {
            RawHttp.Answer answer =
                    RawHttp.request(running.port(), "HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Length")).contains("5");
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReachedByForwardsButNotByIncludesAndErrors(TestContainer container) throws Exception {
        ServletAdapter adapter = new ServletAdapter(ECHO);
        try (var log = new LogCapture();
                var running = container.start("/app", context -> {
                    context.addServlet("adapter", adapter).addMapping("/api/*");
                    context.addServlet("dispatcher", new Dispatching()).addMapping("/old/*");
                })) {
            assertThat(running.get("/app/old/forward").body()).isEqualTo("/a%20b /app/api /app/api/a%20b?x=1");

            assertThat(running.get("/app/old/include").body()).isEqualTo("refused");
            assertThat(log.messages(Level.WARNING)).anyMatch(line -> line.contains("a dispatch of the type INCLUDE"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnErrorPageEmptyAndRefusesAsynchronousDispatches(TestContainer container) throws Exception {
        Filter dispatching = (request, response, chain) -> {
            DispatcherType type = DispatcherType.valueOf(request.getParameter("type"));
            ((HttpServletResponse) response).setStatus(418);
            try {
                chain.doFilter(
                        new HttpServletRequestWrapper((HttpServletRequest) request) {
                            @Override
                            public DispatcherType getDispatcherType() {
                                return type;
                            }
                        },
                        response);
            } catch (ServletException refused) {
                response.getOutputStream().print("refused");
            }
        };
        try (var log = new LogCapture();
                var running = container.start("", context -> {
                    context.addServlet("adapter", new ServletAdapter(ECHO)).addMapping("/*");
                    context.addFilter("dispatching", dispatching)
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
                })) {
            assertThat(running.get("/a?type=ASYNC").body()).isEqualTo("refused");

            RawHttp.Answer error = running.get("/a?type=ERROR");
            assertThat(error.status()).isEqualTo(418);
            assertThat(error.body()).contains("<title>418: ");
            assertThat(log.messages(Level.WARNING))
                    .anyMatch(line -> line.contains("of the type ERROR"))
                    .anyMatch(line -> line.contains("of the type ASYNC"));
        }
    }

    /** What stands in front of the application in older parts of a WAR. */
    private static final class Dispatching extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            if (request.getRequestURI().endsWith("forward")) {
                request.getRequestDispatcher("/api/a%20b?x=1").forward(request, response);
                return;
            }
            try {
                request.getRequestDispatcher("/api/a").include(request, response);
            } catch (ServletException refused) {
                response.getOutputStream().print("refused");
            }
        }
    }
}
