package landspout.samples.conformance.golden;

import jakarta.servlet.Servlet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Embedded Jetty with the ee10 servlet layer, letting every path through as the application expects it. */
final class JettyHost implements Host {

    private static final int THREADS = 8;

    private final Server server;
    private final ServerConnector connector;
    private final Mapping mapping;

    private JettyHost(Server server, ServerConnector connector, Mapping mapping) {
        this.server = server;
        this.connector = connector;
        this.mapping = mapping;
    }

    static JettyHost start(Servlet servlet, Mapping mapping) throws Exception {
        Server server = new Server(new QueuedThreadPool(THREADS));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);

        ServletContextHandler context = new ServletContextHandler(mapping.contextPath());
        context.addServlet(new ServletHolder(servlet), mapping.pattern());
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        server.setHandler(context);
        server.start();
        return new JettyHost(server, connector, mapping);
    }

    @Override
    public Client client() {
        return new RawClient(connector.getLocalPort());
    }

    @Override
    public Mount mount() {
        return mapping.mount();
    }

    @Override
    public Set<String> answeredByContainer() {
        return ContainerAnswers.JETTY.keySet();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
    }
}
