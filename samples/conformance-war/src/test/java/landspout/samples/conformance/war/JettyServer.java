package landspout.samples.conformance.war;

import java.nio.file.Path;
import java.util.Objects;
import landspout.samples.war.HidingClassLoader;
import landspout.samples.war.WarFile;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty, with a WAR that finds none of its classes in the class path of the test. */
final class JettyServer implements EmbeddedServer {

    private static final int THREADS = 8;

    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector = new ServerConnector(server);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private final Path directory;
    private @Nullable WebAppContext context;

    JettyServer(Path directory) throws Exception {
        this.directory = directory;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(contexts);
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public ClassLoader deploy() throws Exception {
        WebAppContext deployed = new WebAppContext();
        deployed.setContextPath("/");
        deployed.setWar(WarFile.named("conformance.war").path().toString());
        deployed.setTempDirectory(directory.resolve("war").toFile());
        deployed.setThrowUnavailableOnStartupException(true);
        WebAppClassLoader loader = new WebAppClassLoader(HidingClassLoader.ofWars(), deployed);
        deployed.setClassLoader(loader);
        Callback.Completable done = new Callback.Completable();
        contexts.deployHandler(deployed, done);
        done.get();
        deployed.start();
        context = deployed;
        return loader;
    }

    @Override
    public void undeploy() throws Exception {
        WebAppContext undeployed = Objects.requireNonNull(context);
        context = null;
        undeployed.stop();
        Callback.Completable done = new Callback.Completable();
        contexts.undeployHandler(undeployed, done);
        done.get();
        undeployed.destroy();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
    }
}
