package landspout.samples.conformance.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container as its maker ships it, in a process of its own: the conformance sample at the root and at {@code /ctx}, the
 * hello sample at {@code /hello}. Only the ports are set.
 */
final class StockContainer implements AutoCloseable {

    private final ContainerProcess process;
    private final int port;
    private final Set<String> answeredByItself;

    private StockContainer(ContainerProcess process, int port, Set<String> answeredByItself) {
        this.process = process;
        this.port = port;
        this.answeredByItself = answeredByItself;
    }

    /** Tomcat with the files it is configured by in a directory of this name. */
    static StockContainer tomcat(String name, String home) throws IOException, InterruptedException {
        Path tomcat = Path.of(System.getProperty(home));
        Path base = newBase(name);
        for (String directory : List.of("conf", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(directory));
        }
        try (Stream<Path> configuration = Files.list(tomcat.resolve("conf"))) {
            for (Path file : configuration.filter(Files::isRegularFile).toList()) {
                Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
            }
        }
        Path server = base.resolve("conf").resolve("server.xml");
        String stock = Files.readString(server);
        Files.writeString(
                server,
                replace(
                        replace(stock, "<Server port=\"8005\"", "<Server port=\"-1\""),
                        "<Connector port=\"8080\"",
                        "<Connector port=\"0\" address=\"127.0.0.1\""));
        deploy(base);
        return started(
                ContainerProcess.start(base, tomcatArguments(tomcat, base)),
                Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-1-(\\d+)\"]"),
                Pattern.compile("Server startup in "),
                ContainerAnswers.TOMCAT.keySet());
    }

    /** What {@code catalina.sh} runs. */
    private static List<String> tomcatArguments(Path tomcat, Path base) {
        return List.of(
                "-Djava.util.logging.config.file=" + base.resolve("conf").resolve("logging.properties"),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Dcatalina.home=" + tomcat,
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-classpath",
                String.join(
                        System.getProperty("path.separator"),
                        tomcat.resolve("bin").resolve("bootstrap.jar").toString(),
                        tomcat.resolve("bin").resolve("tomcat-juli.jar").toString()),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    /** Jetty with these modules of its distribution. */
    static StockContainer jetty(String name, String modules) throws IOException, InterruptedException {
        String start = Path.of(System.getProperty("jetty.home"), "start.jar").toString();
        Path base = newBase(name);
        try (ContainerProcess preparation =
                ContainerProcess.start(base, List.of("-jar", start, "--add-modules=" + modules))) {
            preparation.awaitEnd();
        }
        deploy(base);
        return started(
                ContainerProcess.start(base, List.of("-jar", start, "jetty.http.host=127.0.0.1", "jetty.http.port=0")),
                Pattern.compile("Started oejs\\.ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}"),
                Pattern.compile("Started oejs\\.Server@"),
                ContainerAnswers.STOCK_JETTY.keySet());
    }

    private static StockContainer started(
            ContainerProcess process, Pattern port, Pattern ready, Set<String> answeredByItself)
            throws IOException, InterruptedException {
        try {
            process.await(ready);
            return new StockContainer(
                    process, Integer.parseInt(process.await(port).group(1)), answeredByItself);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            process.close();
            throw failure;
        }
    }

    /** An empty directory. What a former run has left is there for who wants to know, but only until now. */
    private static Path newBase(String name) throws IOException {
        Path base = Path.of(System.getProperty("bases"), name);
        if (Files.exists(base)) {
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(base)) {
                deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
        return Files.createDirectories(base);
    }

    private static void deploy(Path base) throws IOException {
        Path applications = base.resolve("webapps");
        Path conformance = Path.of(System.getProperty("conformance.war"));
        Files.copy(conformance, applications.resolve("ROOT.war"));
        Files.copy(conformance, applications.resolve("ctx.war"));
        Files.copy(Path.of(System.getProperty("hello.war")), applications.resolve("hello.war"));
    }

    private static String replace(String text, String what, String replacement) {
        if (!text.contains(what)) {
            throw new IllegalStateException("no " + what + " in " + text);
        }
        return text.replace(what, replacement);
    }

    int port() {
        return port;
    }

    /** The cases of which no application sees the request. */
    Set<String> answeredByItself() {
        return answeredByItself;
    }

    String log() throws IOException {
        return process.log();
    }

    /** Stops it as its operator would; the applications are undeployed. */
    void stop() throws InterruptedException {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }
}
