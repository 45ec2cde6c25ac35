package landspout.samples.war;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** Tomcat in this JVM, with WARs as they were packaged. */
public final class EmbeddedTomcat implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    private EmbeddedTomcat() {}

    /** Starts it, with its files in this directory. */
    public static EmbeddedTomcat start(Path directory, ClassLoader parentOfWars)
            throws IOException, LifecycleException {
        EmbeddedTomcat embedded = new EmbeddedTomcat();
        Tomcat tomcat = embedded.tomcat;
        tomcat.setSilent(true);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.setBaseDir(directory.toString());
        Files.createDirectories(directory.resolve("webapps"));
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        tomcat.getEngine().setParentClassLoader(parentOfWars);
        tomcat.getHost();
        tomcat.start();
        return embedded;
    }

    /** The port it listens on. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Deploys a WAR, which has started when this returns. Tomcat does not clean up behind it. */
    public Context deploy(String contextPath, Path war) {
        StandardContext context =
                (StandardContext) tomcat.addWebapp(tomcat.getHost(), contextPath, war.toString(), new StrictConfig());
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException(war + " has not started");
        }
        return context;
    }

    /** Takes a WAR away again. */
    public void undeploy(Context context) {
        tomcat.getHost().removeChild(context);
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
