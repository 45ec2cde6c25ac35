package landspout.web;

import java.lang.System.Logger.Level;
import java.util.Locale;
import landspout.http.HeaderSyntax;
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
        if (status < 400 && !all) {
            return;
        }
        Level level = status < 400 ? Level.INFO : status < 500 ? Level.WARNING : Level.ERROR;
        if (Logs.ACCESS.isLoggable(level)) {
            double milliseconds = 1000 * request.requestTime();
            Logs.ACCESS.log(
                    level, status + " " + summary(request) + String.format(Locale.ROOT, " %.2fms", milliseconds));
        }
    }

    /** Method, target and client, on one line whatever the client sent. */
    static String summary(HttpServerRequest request) {
        return HeaderSyntax.escape(request.method()) + " " + HeaderSyntax.escape(request.uri()) + " ("
                + request.remoteIp() + ")";
    }
}
