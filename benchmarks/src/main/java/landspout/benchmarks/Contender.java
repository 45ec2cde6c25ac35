package landspout.benchmarks;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import landspout.servlet.ServletAdapter;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** Servlets on a Jetty of their own, out of the box, and one connection to it. */
final class Contender implements AutoCloseable {

    private static final long IDLE_MILLIS = 600_000;

    private final Server server;
    private final MeasuredThreads threads;
    private final List<MeasuredServlet> servlets = new ArrayList<>();
    private final AtomicLong allocated = new AtomicLong();
    private final LoadClient client;

    private Contender(String name, Map<String, ? extends Servlet> mappings) throws Exception {
        threads = new MeasuredThreads(name);
        server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        mappings.forEach((mapping, servlet) -> {
            MeasuredServlet measured = new MeasuredServlet(servlet, allocated);
            servlets.add(measured);
            context.addServlet(new ServletHolder(measured), mapping);
        });
        server.setHandler(context);
        server.start();
        client = new LoadClient(connector.getLocalPort());
    }

    static Contender bare(String name) throws Exception {
        return new Contender(name, BareServlets.all());
    }

    static Contender adapter(String name, boolean etags) throws Exception {
        return new Contender(name, Map.of("/*", new ServletAdapter(Handlers.application(etags))));
    }

    /** The answer to one request, head and body. */
    String answer(Scenario scenario) throws Exception {
        return client.exchange(scenario.request());
    }

    void warmUp(Load load, int batches) throws Exception {
        load(load, batches);
    }

    /** CPU time of the server's threads, in microseconds for each request. */
    double cpuTime(Load load, int batches) throws Exception {
        long before = threads.cpuTime();
        int requests = load(load, batches);
        return (threads.cpuTime() - before) / 1e3 / requests;
    }

    /** Octets allocated within {@code service}, for each request. */
    double allocation(Load load, int batches) throws Exception {
        servlets.forEach(servlet -> servlet.measure(true));
        allocated.set(0);
        int requests = load(load, batches);
        servlets.forEach(servlet -> servlet.measure(false));
        return (double) allocated.get() / requests;
    }

    private int load(Load load, int batches) throws Exception {
        client.repeat(load.batch(), load.requests(), batches);
        return load.requests() * batches;
    }

    @Override
    public void close() {
        client.close();
        LifeCycle.stop(server);
    }
}
