package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Level;
import landspout.web.Application;
import landspout.web.RequestHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsumedBodyTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Application APPLICATION = Application.of(
            route("/form", () -> Handlers.any(ConsumedBodyTest::writeArguments)),
            route("/files", () -> Handlers.any(ConsumedBodyTest::writeFiles)),
            route(
                    "/body",
                    () -> Handlers.any(
                            handler -> handler.write(handler.request().body()))));

    private static void writeArguments(RequestHandler handler) {
        handler.write("a=" + handler.getBodyArguments("a") + " b=" + handler.getBodyArguments("b") + " query="
                + handler.getQueryArguments("a"));
    }

    private static void writeFiles(RequestHandler handler) {
        var file = handler.getFiles("upload").get(0);
        handler.write(handler.getBodyArgument("title") + " " + file.filename() + " "
                + new String(file.body(), StandardCharsets.UTF_8).length());
    }

    /** What a filter in front does with the request. */
    private interface Reader {
        void read(HttpServletRequest request) throws Exception;
    }

    private static TestContainer.Running start(TestContainer container, Reader reader) throws Exception {
        Filter filter = (request, response, chain) -> {
            try {
                reader.read((HttpServletRequest) request);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
            chain.doFilter(request, response);
        };
        return container.start("", context -> {
            var servlet = context.addServlet("adapter", new ServletAdapter(APPLICATION));
            servlet.addMapping("/*");
            servlet.setMultipartConfig(new MultipartConfigElement("", -1, -1, 1 << 20));
            context.addFilter("reader", filter)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rebuildsAFormFromItsParametersAndSaysSoOnce(TestContainer container) throws Exception {
        try (var log = new LogCapture();
                var running = start(container, request -> request.getParameter("a"))) {
            for (int i = 0; i < 3; i++) {
                RawHttp.Answer answer =
                        RawHttp.post(running.port(), "/form?a=query&%61=again", FORM, "a=1&b=%e2%82%ac+%26&a=2&b=");

                assertThat(answer.body())
                        .isEqualTo(new String(
                                "a=[1, 2] b=[€ &, ] query=[query, again]".getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1));
            }
            assertThat(log.messages(Level.WARNING))
                    .filteredOn(line -> line.contains("has read a form"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rebuildsAChunkedForm(TestContainer container) throws Exception {
        try (var running = start(container, request -> request.getParameter("a"))) {
            RawHttp.Answer answer = RawHttp.request(
                    running.port(),
                    "POST /form HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: " + FORM
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n");

            assertThat(answer.body()).isEqualTo("a=[1] b=[2] query=[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnUnreadFormAsItIs(TestContainer container) throws Exception {
        try (var log = new LogCapture();
                var running = start(container, request -> {})) {
            assertThat(RawHttp.post(running.port(), "/form?a=q", FORM, "a=1&b=2")
                            .body())
                    .isEqualTo("a=[1] b=[2] query=[q]");
            assertThat(RawHttp.request(
                                    running.port(),
                                    "POST /form HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: " + FORM
                                            + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                            .body())
                    .isEqualTo("a=[] b=[] query=[]");
            assertThat(RawHttp.post(running.port(), "/body", FORM, "").body()).isEmpty();
            assertThat(log.messages(Level.WARNING)).noneMatch(line -> line.contains("in front"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rebuildsAMultipartFormFromItsParts(TestContainer container) throws Exception {
        String content = "x".repeat(100_000);
        String body = String.join(
                "\r\n",
                "--b0un-dary",
                "Content-Disposition: form-data; name=\"title\"",
                "",
                "a title",
                "--b0un-dary",
                "Content-Disposition: form-data; name=\"upload\"; filename=\"a b.txt\"",
                "Content-Type: text/x-upload",
                "",
                content,
                "--b0un-dary--",
                "");
        try (var running = start(container, HttpServletRequest::getParts)) {
            for (String boundary : List.of("b0un-dary", "\"b0un-dary\"", "b0un-dary; charset=utf-8")) {
                RawHttp.Answer answer =
                        RawHttp.post(running.port(), "/files", "multipart/form-data; boundary=" + boundary, body);

                assertThat(answer.body()).isEqualTo("a title a b.txt 100000");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers400WhereNothingIsLeftAndNamesTheRemedyOnce(TestContainer container) throws Exception {
        List<Reader> readers = List.of(
                request -> request.getInputStream().readAllBytes(),
                request -> request.getReader().readLine());
        for (Reader reader : readers) {
            try (var log = new LogCapture();
                    var running = start(container, reader)) {
                for (int i = 0; i < 2; i++) {
                    assertThat(RawHttp.post(running.port(), "/body", "text/plain", "gone")
                                    .status())
                            .isEqualTo(400);
                    assertThat(RawHttp.post(running.port(), "/form", FORM, "a=1")
                                    .status())
                            .isEqualTo(400);
                }
                assertThat(log.messages(Level.WARNING))
                        .filteredOn(line -> line.contains("Remedy"))
                        .hasSize(1);
            }
        }
    }
}
