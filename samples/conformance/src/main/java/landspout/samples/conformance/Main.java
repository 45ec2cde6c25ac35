package landspout.samples.conformance;

import java.util.HashMap;
import java.util.Map;
import landspout.servlet.JettyServletServer;

/** Runs the application from the command line. */
public final class Main {

    private static final String USAGE = """
            usage: conformance --port N [--mode servlet] [--host 127.0.0.1] [--context /path]
            The one mode there is: servlet, a Servlet container in this process.""";

    private Main() {}

    /** Starts the server, and says so on standard output when clients can connect. Exits with 2 if it is asked wrongly. */
    public static void main(String[] arguments) {
        JettyServletServer server;
        try {
            server = server(options(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "conformance-stop"));
        System.out.println("listening on " + server.uri());
    }

    static JettyServletServer server(Map<String, String> options) {
        String mode = options.getOrDefault("--mode", "servlet");
        if (!mode.equals("servlet")) {
            throw new IllegalArgumentException("there is no mode \"" + mode + "\"");
        }
        String host = options.getOrDefault("--host", "127.0.0.1");
        int port = port(options.getOrDefault("--port", ""));
        String context = options.getOrDefault("--context", "");
        String address = "http://127.0.0.1:" + port + context + "/";
        return new JettyServletServer(host, port, new ConformanceApplication(address).get()).contextPath(context);
    }

    static Map<String, String> options(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--mode", "--host", "--port", "--context" -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException(arguments[i] + " needs a value");
                    }
                    options.put(arguments[i], arguments[i + 1]);
                }
                default -> throw new IllegalArgumentException("there is no option \"" + arguments[i] + "\"");
            }
        }
        return options;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same words as a number out of range.
        }
        throw new IllegalArgumentException("--port needs a number from 0 to 65535, unlike \"" + text + "\"");
    }
}
