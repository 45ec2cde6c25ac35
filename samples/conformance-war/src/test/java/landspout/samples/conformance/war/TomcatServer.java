package landspout.samples.conformance.war;

import java.nio.file.Path;
import java.util.Objects;
import landspout.samples.war.EmbeddedTomcat;
import landspout.samples.war.HidingClassLoader;
import landspout.samples.war.WarFile;
import org.apache.catalina.Context;
import org.jspecify.annotations.Nullable;

/** Tomcat, with a WAR that finds none of its classes in the class path of the test. */
final class TomcatServer implements EmbeddedServer {

    private final EmbeddedTomcat tomcat;
    private @Nullable Context context;

    TomcatServer(Path directory) throws Exception {
        tomcat = EmbeddedTomcat.start(directory, HidingClassLoader.ofWars());
    }

    @Override
    public int port() {
        return tomcat.port();
    }

    @Override
    public ClassLoader deploy() {
        Context deployed = tomcat.deploy("", WarFile.named("conformance.war").path());
        context = deployed;
        return deployed.getLoader().getClassLoader();
    }

    @Override
    public void undeploy() {
        tomcat.undeploy(Objects.requireNonNull(context));
        context = null;
    }

    @Override
    public void stop() throws Exception {
        tomcat.close();
    }
}
