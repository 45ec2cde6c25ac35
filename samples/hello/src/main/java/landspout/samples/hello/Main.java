package landspout.samples.hello;

import java.io.UncheckedIOException;
import landspout.servlet.JettyServletServer;

/** Serves the application on an embedded Jetty, behind the ServletAdapter. */
public final class Main {

    private static final String USAGE = "usage: hello [--host 127.0.0.1] [--port 8888]";

    private Main() {}

    /** Serves until it is told to stop. Exits with 2 if it is asked wrongly. */
    public static void main(String[] arguments) {
        String host = "127.0.0.1";
        int port = 8888;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                switch (arguments[i]) {
                    case "--host" -> host = arguments[i + 1];
                    case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                    default -> throw new IllegalArgumentException("there is no option " + arguments[i]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            new JettyServletServer(host, port, new HelloApplication().get()).serveForever();
        } catch (IllegalArgumentException | UncheckedIOException unlistenable) {
            System.err.println(unlistenable.getMessage());
            System.exit(1);
        }
    }
}
