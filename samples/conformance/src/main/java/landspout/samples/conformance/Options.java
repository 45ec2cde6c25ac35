package landspout.samples.conformance;

import java.util.HashMap;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param host the name or address to listen on
 * @param port 0 for one that is free
 * @param context where the application is mounted; empty at the root
 */
record Options(String host, int port, String context) {

    private static final String SERVLET = "servlet";

    /** Refuses what it does not understand with {@link IllegalArgumentException}. */
    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--mode", "--host", "--port", "--context" -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException(arguments[i] + " needs a value");
                    }
                    given.put(arguments[i], arguments[i + 1]);
                }
                default -> throw new IllegalArgumentException("there is no option " + arguments[i]);
            }
        }
        String mode = given.getOrDefault("--mode", SERVLET);
        if (!mode.equals(SERVLET)) {
            throw new IllegalArgumentException("there is no mode " + mode + "; the one there is: " + SERVLET);
        }
        return new Options(
                given.getOrDefault("--host", "127.0.0.1"),
                port(given.getOrDefault("--port", "")),
                context(given.getOrDefault("--context", "")));
    }

    private static String context(String path) {
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("--context needs a path such as /ctx, not \"" + path + "\"");
        }
        return path;
    }

    private static int port(String text) {
        int port;
        try {
            port = Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            port = -1;
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port needs a number from 0 to 65535, not \"" + text + "\"");
        }
        return port;
    }
}
