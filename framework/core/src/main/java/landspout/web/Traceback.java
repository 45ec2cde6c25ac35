package landspout.web;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text, for error pages in debug mode. */
final class Traceback {

    private Traceback() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
