package landspout.benchmarks;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** What {@link Handlers} do, written for the Servlet API and nothing else. */
final class BareServlets {

    private BareServlets() {}

    /** Each servlet by its mapping. */
    static Map<String, Servlet> all() {
        return Map.of("", new Hello(), "/json", new Json(), "/users/*", new User(), "/echo", new Echo());
    }

    private static void send(HttpServletResponse response, String contentType, byte[] body) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void send(HttpServletResponse response, String text) throws IOException {
        send(response, "text/html; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Hello extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            send(response, "Hello, world");
        }
    }

    private static final class Json extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final AtomicInteger counter = new AtomicInteger();
        private final transient JsonMapper mapper = JsonMapper.shared();

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] json = mapper.writeValueAsBytes(Handlers.message(counter.incrementAndGet()));
            send(response, "application/json; charset=UTF-8", json);
        }
    }

    private static final class User extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            send(response, "user " + request.getPathInfo().substring(1));
        }
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            send(response, request.getParameter("text"));
        }
    }
}
