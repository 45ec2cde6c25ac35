package landspout.servlet;

import java.io.IOException;

/**
 * Thrown out of {@code service} so that the container cuts the connection in the middle of a response: Tomcat and Jetty
 * do, and leave out the last chunk. The cause has been logged by then, so this carries no stack trace.
 */
final class CutConnectionException extends IOException {

    private static final long serialVersionUID = 1;

    CutConnectionException() {
        super("the response was given up after it had begun: cutting the connection");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
