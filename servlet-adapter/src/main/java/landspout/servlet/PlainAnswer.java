package landspout.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer that needs no application: the adapter's own 400, and 500 when all else has failed. */
final class PlainAnswer {

    private PlainAnswer() {}

    /** Answers in place of whatever is in the response, which must not be committed. */
    static void send(HttpServletResponse response, int status, String reason) throws IOException {
        response.reset();
        byte[] page = page(status, reason);
        response.setStatus(status);
        response.setContentType("text/html; charset=UTF-8");
        response.setContentLengthLong(page.length);
        response.getOutputStream().write(page);
    }

    /** Tornado's error page. */
    static byte[] page(int status, String reason) {
        String title = status + ": " + reason;
        return ("<html><title>" + title + "</title><body>" + title + "</body></html>").getBytes(StandardCharsets.UTF_8);
    }
}
