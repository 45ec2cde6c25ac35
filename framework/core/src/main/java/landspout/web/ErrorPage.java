package landspout.web;

import landspout.escape.Escape;

/** Tornado's stock error page. */
final class ErrorPage {

    private ErrorPage() {}

    static byte[] of(int status, String reason) {
        String text = status + ": " + Escape.xhtmlEscape(reason);
        return page(text, text);
    }

    static byte[] of(int status, String reason, String explanation) {
        String text = status + ": " + Escape.xhtmlEscape(reason);
        return page(text, text + "<p>" + Escape.xhtmlEscape(explanation) + "</p>");
    }

    private static byte[] page(String title, String body) {
        return Escape.utf8("<html><title>" + title + "</title><body>" + body + "</body></html>");
    }
}
