package landspout.samples.conformance;

import java.io.UncheckedIOException;
import landspout.servlet.JettyServletServer;

/** Runs the application from the command line. */
public final class Main {

    private static final String USAGE =
            "usage: conformance --port N [--mode servlet] [--host 127.0.0.1] [--context /path]";

    private Main() {}

    /**
     * Starts the server, and says so on standard output when clients can connect. Exits with 2 if it is asked
     * wrongly, and with 1 if it cannot listen there.
     */
    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        JettyServletServer server;
        try {
            server = start(options);
        } catch (UncheckedIOException unlistenable) {
            System.err.println(unlistenable.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "conformance-stop"));
        System.out.println("listening on " + server.uri());
    }

    static JettyServletServer start(Options options) {
        String address = "http://127.0.0.1:" + options.port() + options.context() + "/";
        JettyServletServer server = new JettyServletServer(
                        options.host(), options.port(), new ConformanceApplication(address).get())
                .contextPath(options.context());
        server.start();
        return server;
    }
}
