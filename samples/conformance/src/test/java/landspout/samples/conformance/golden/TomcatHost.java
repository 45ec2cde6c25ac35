package landspout.samples.conformance.golden;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Embedded Tomcat with its stock connector. */
final class TomcatHost implements Host {

    private final Tomcat tomcat;
    private final Path directory;
    private final Mapping mapping;

    private TomcatHost(Tomcat tomcat, Path directory, Mapping mapping) {
        this.tomcat = tomcat;
        this.directory = directory;
        this.mapping = mapping;
    }

    static TomcatHost start(Servlet servlet, Mapping mapping) throws Exception {
        Path directory = Files.createTempDirectory("landspout-tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(directory.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);

        Context context = tomcat.addContext(mapping.contextPath(), directory.toString());
        Tomcat.addServlet(context, "application", servlet);
        context.addServletMapping(mapping.pattern(), "application");
        tomcat.start();
        return new TomcatHost(tomcat, directory, mapping);
    }

    @Override
    public Client client() {
        return new RawClient(tomcat.getConnector().getLocalPort());
    }

    @Override
    public Mount mount() {
        return mapping.mount();
    }

    @Override
    public Set<String> answeredByContainer() {
        return ContainerAnswers.TOMCAT.keySet();
    }

    @Override
    public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        deleteDirectory();
    }

    private void deleteDirectory() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
