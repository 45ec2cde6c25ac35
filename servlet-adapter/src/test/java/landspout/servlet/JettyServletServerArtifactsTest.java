package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import landspout.web.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who has forgotten an optional dependency. */
class JettyServletServerArtifactsTest {

    @ParameterizedTest
    @CsvSource({
        "jetty-ee10-servlet, /jetty-ee10, false",
        "jetty-ee10-servlet, /jetty-, false",
        "jetty-http2-server, /jetty-http2, false",
        "jetty-alpn-java-server, /jetty-alpn, true",
    })
    void namesTheArtifactThatIsMissing(String artifact, String jars, boolean tls) throws Exception {
        try (URLClassLoader loader = without(jars)) {
            assertThatThrownBy(() -> startAndStop(loader, tls))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(artifact, "Remedy");
        }
    }

    @Test
    void startsWithoutWhatOnlyTlsNeeds() throws Exception {
        try (URLClassLoader loader = without("/jetty-alpn")) {
            assertThatCode(() -> startAndStop(loader, false)).doesNotThrowAnyException();
        }
    }

    /** The class path of this test without some jars. */
    private static URLClassLoader without(String jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.replace(File.separatorChar, '/').contains(jars)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void startAndStop(ClassLoader loader, boolean tls) throws Throwable {
        try {
            Class.forName(Start.class.getName(), true, loader)
                    .getMethod("run", boolean.class)
                    .invoke(null, tls);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Seen through the loader. */
    public static final class Start {

        private Start() {}

        public static void run(boolean tls) {
            try (JettyServletServer server =
                    new JettyServletServer("127.0.0.1", 0, Application.of(route("/", () -> Handlers.writes("x"))))) {
                if (tls) {
                    server.keyStore(Path.of("none"), "none");
                }
                server.start();
            }
        }
    }
}
