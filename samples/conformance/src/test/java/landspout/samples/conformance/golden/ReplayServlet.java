package landspout.samples.conformance.golden;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers with what it was given, in order: shows what a container itself makes of requests and answers. */
final class ReplayServlet extends GenericServlet {

    private static final long serialVersionUID = 1L;

    /** What the container sets itself. */
    private static final Set<String> OWNED = Set.of("transfer-encoding", "connection", "date", "server");

    private final transient ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

    void willAnswer(List<Answer> next) {
        answers.clear();
        answers.addAll(next);
    }

    @Override
    public void service(ServletRequest request, ServletResponse plainResponse) throws ServletException, IOException {
        request.getInputStream().readAllBytes();
        Answer answer = answers.remove();
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        response.setStatus(answer.status());
        for (HeaderLines.Line line : answer.headers().lines()) {
            if (!OWNED.contains(line.name().toLowerCase(Locale.ROOT))) {
                response.addHeader(line.name(), line.value());
            }
        }
        response.getOutputStream().write(answer.body());
    }
}
