package landspout.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import landspout.http.RequestLimits;
import landspout.web.Application;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link Application} behind a {@link ServletAdapter} on an embedded Jetty: what {@code gevent.pywsgi}'s
 * {@code WSGIServer} is to Tornado's {@code WSGIAdapter}. It speaks HTTP/1.1 and HTTP/2 (h2c; over TLS by ALPN), and
 * runs handlers on virtual threads from Java 21 on.
 *
 * <pre>{@code
 * new JettyServletServer("127.0.0.1", 8888, application).serveForever();
 * }</pre>
 *
 * <p>Needs {@code jetty-ee10-servlet}, {@code jetty-http2-server} and, for TLS, {@code jetty-alpn-java-server} on the
 * class path; a WAR needs none of them. Configure it from one thread before it starts; {@link #stop} may come from any.
 */
public final class JettyServletServer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger("landspout.general");

    private final String host;
    private final int port;
    private final ServletAdapter adapter;
    private final RequestLimits limits;
    private String contextPath = "/";
    private String mapping = "/*";
    private Duration stopTimeout = Duration.ofSeconds(30);
    private Duration idleTimeout = Duration.ofSeconds(30);
    private int minimumRequestDataRate = 1024;
    private int maxThreads = 200;
    private int maxHeaderSize = 16 * 1024;
    private @Nullable JettyServletServerTls tls;
    private volatile @Nullable Server server;
    private volatile @Nullable ServerConnector connector;

    /**
     * @param host the name or address to listen on, {@code 127.0.0.1} for this machine alone or {@code 0.0.0.0} for
     *     everybody
     * @param port the port to listen on; 0 for one that is free
     * @throws IllegalArgumentException if there is no such port
     */
    public JettyServletServer(String host, int port, Application application) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
        this.host = Objects.requireNonNull(host);
        this.port = port;
        this.adapter = new ServletAdapter(application);
        this.limits = application.requestLimits();
    }

    /**
     * Starts a server that listens on every address of this machine, as Tornado's {@code app.listen(port)} does.
     *
     * @throws UncheckedIOException as {@link #start()}
     */
    public static JettyServletServer listen(int port, Application application) {
        JettyServletServer server = new JettyServletServer("0.0.0.0", port, application);
        server.start();
        return server;
    }

    /** Puts the application below a context path, such as {@code /shop}; by default at the root. */
    public JettyServletServer contextPath(String path) {
        contextPath = path.isEmpty() ? "/" : path;
        return this;
    }

    /** Maps the application at another pattern than {@code /*}, such as {@code /api/*}. */
    public JettyServletServer mapping(String pattern) {
        mapping = pattern;
        return this;
    }

    /** Does not start an application of which something cannot work here; see {@link ServletAdapter#strict}. */
    public JettyServletServer strict() {
        adapter.strict();
        return this;
    }

    /** Speaks TLS with the key in a key store, PKCS #12 or JKS. */
    public JettyServletServer keyStore(Path file, String password) {
        tls = JettyServletServerTls.keyStore(file, password);
        return this;
    }

    /** Speaks TLS with a certificate chain and its private key, unencrypted PKCS #8, in PEM files. */
    public JettyServletServer certificate(Path chain, Path privateKey) {
        tls = JettyServletServerTls.pem(chain, privateKey);
        return this;
    }

    /** How long requests in flight may go on when the server stops; by default 30 seconds. */
    public JettyServletServer stopTimeout(Duration timeout) {
        stopTimeout = timeout;
        return this;
    }

    /** How long a client may be silent, between requests and within one; by default 30 seconds. */
    public JettyServletServer idleTimeout(Duration timeout) {
        idleTimeout = timeout;
        return this;
    }

    /**
     * How many octets a second a client has to send of a body, on average, while the server waits for it; by default
     * 1024, 0 for any number. A slower one is answered with 408.
     */
    public JettyServletServer minimumRequestDataRate(int octetsPerSecond) {
        minimumRequestDataRate = octetsPerSecond;
        return this;
    }

    /**
     * How many octets the request line and the header fields of a request may have together; by default 16 KiB. More
     * is answered with 431, or 414 when the line alone is too long.
     *
     * @throws IllegalArgumentException if it is less than 1 KiB or more than 1 MiB
     */
    public JettyServletServer maxHeaderSize(int octets) {
        if (octets < 1024 || octets > 1 << 20) {
            throw new IllegalArgumentException("the largest header is from 1 KiB to 1 MiB, not " + octets);
        }
        maxHeaderSize = octets;
        return this;
    }

    /** The size of the thread pool, by default 200; from Java 21 on handlers do not run on it. */
    public JettyServletServer maxThreads(int threads) {
        maxThreads = threads;
        return this;
    }

    /**
     * Starts the application and listens; returns when clients can connect.
     *
     * @throws UncheckedIOException if the address cannot be listened on, such as {@code cannot listen on
     *     127.0.0.1:8888: the port is taken}
     * @throws IllegalStateException if the application does not start, the server has been started, or the class path
     *     lacks a part of Jetty; the message names the Maven artifact
     */
    public synchronized void start() {
        if (server != null) {
            throw new IllegalStateException("the server has been started already");
        }
        JettyServletServerArtifacts.require(tls != null);
        Server jetty = new Assembly().server();
        try {
            jetty.start();
        } catch (Exception failure) {
            stop(jetty);
            throw failedStart(failure);
        }
        server = jetty;
        connector = (ServerConnector) jetty.getConnectors()[0];
        LOGGER.log(Level.INFO, "listening on " + uri());
    }

    private RuntimeException failedStart(Exception failure) {
        String where = "cannot listen on " + host + ":" + port + ": ";
        if (failure instanceof IOException unlistenable) {
            boolean taken = unlistenable.getCause() instanceof BindException bind
                    && String.valueOf(bind.getMessage()).contains("in use");
            if (unlistenable.getCause() instanceof UnresolvedAddressException) {
                return new UncheckedIOException(where + "the host is not known", unlistenable);
            }
            Throwable cause = unlistenable.getCause() == null ? unlistenable : unlistenable.getCause();
            return new UncheckedIOException(
                    where + (taken ? "the port is taken" : String.valueOf(cause.getMessage())), unlistenable);
        }
        if (failure instanceof UnresolvedAddressException) {
            return new UncheckedIOException(where + "the host is not known", new IOException(failure));
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            // Jetty wraps what the application says in what it thinks of the servlet.
            root = root.getCause();
        }
        return new IllegalStateException("the server does not start: " + root.getMessage(), failure);
    }

    /**
     * Starts, and returns when the server has stopped: by {@link #stop}, or because the process is asked to end
     * (SIGTERM, SIGINT), when requests in flight are finished first.
     */
    public void serveForever() {
        start();
        Thread hook = new Thread(this::stop, "landspout-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Server running = server;
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                LOGGER.log(Level.DEBUG, "the hook is running");
            }
        }
    }

    /** Stops: takes no more requests, lets those in flight finish in the time that they have, stops the application. */
    public synchronized void stop() {
        Server running = server;
        if (running != null) {
            server = null;
            connector = null;
            stop(running);
        }
    }

    private static void stop(Server jetty) {
        try {
            jetty.stop();
        } catch (Exception late) {
            LOGGER.log(Level.WARNING, "not everything had finished when the server stopped: " + late);
        }
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /**
     * The port that the server listens on.
     *
     * @throws IllegalStateException if it does not run
     */
    public int port() {
        ServerConnector listening = connector;
        if (listening == null) {
            throw new IllegalStateException("the server does not run");
        }
        return listening.getLocalPort();
    }

    /**
     * Where the application is to be found, such as {@code http://127.0.0.1:8888/shop/}.
     *
     * @throws IllegalStateException if the server does not run
     */
    public URI uri() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        String authority = (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port();
        String prefix = mapping.endsWith("/*") ? mapping.substring(0, mapping.length() - 2) : "";
        return URI.create((tls == null ? "http://" : "https://") + authority
                + MountPoint.of(contextPath, prefix).rootPath() + "/");
    }

    /**
     * Apart, so that the server's own class can be loaded, and say what is missing, where there is no Jetty: the JVM
     * verifies a class as a whole, and loads the types that it hands on.
     */
    private final class Assembly {

        private Server server() {
            QueuedThreadPool pool = JettyServletServerThreads.pool(maxThreads);
            Server jetty = new Server(pool);
            ServerConnector listening = JettyServletServerConnector.make(jetty, tls, idleTimeout, maxHeaderSize);
            listening.setHost(host);
            listening.setPort(port);
            jetty.addConnector(listening);
            jetty.setErrorHandler(new JettyServletServerErrors());
            jetty.setStopTimeout(stopTimeout.toMillis());
            JettyServletServerUploads uploads = new JettyServletServerUploads(minimumRequestDataRate, limits, pool);
            uploads.setHandler(context());
            jetty.setHandler(new GracefulHandler(uploads));
            return jetty;
        }

        private ServletContextHandler context() {
            ServletContextHandler context = new ServletContextHandler(contextPath);
            // "/shop" is "/shop/" here and in Tomcat; Jetty's own redirect would lose the body of a POST.
            context.setAllowNullPathInContext(true);
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            context.setErrorHandler(new JettyServletServerErrors());
            ServletHolder holder = new ServletHolder("landspout", adapter);
            holder.setInitOrder(1);
            context.addServlet(holder, mapping);
            return context;
        }
    }
}
