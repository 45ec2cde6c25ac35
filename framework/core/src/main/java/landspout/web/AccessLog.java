package landspout.web;

import java.lang.System.Logger.Level;
import java.util.Locale;
import landspout.http.HeaderSyntax;
import landspout.http.HttpExchange;
import landspout.http.HttpServerRequest;

/**
 * One line for a request that is logged: failures always, the others where the settings ask for it, as in a Tornado
 * whose logging is not configured. Nothing is formatted that is not logged.
 */
final class AccessLog {

    private final boolean all;

    AccessLog(boolean all) {
        this.all = all;
    }

    void log(int status, HttpServerRequest request) {
        HttpExchange exchange = request.exchange();
        // A client that leaves is no failure; an answer that it must not take for a whole one is.
        boolean cut = exchange.isAborted() && !exchange.isClosed();
        if (status < 400 && !cut && !all) {
            return;
        }
        Level level = cut || status >= 500 ? Level.ERROR : status >= 400 ? Level.WARNING : Level.INFO;
        if (Logs.ACCESS.isLoggable(level)) {
            double milliseconds = 1000 * request.requestTime();
            Logs.ACCESS.log(
                    level,
                    status
                            + " "
                            + summary(request)
                            + String.format(Locale.ROOT, " %.2fms", milliseconds)
                            + (cut ? " (cut)" : ""));
        }
    }

    /** Method, target and client, on one line whatever the client sent. */
    static String summary(HttpServerRequest request) {
        return HeaderSyntax.escape(request.method()) + " " + HeaderSyntax.escape(request.uri()) + " ("
                + request.remoteIp() + ")";
    }
}
