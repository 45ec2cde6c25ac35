package landspout.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A WAR is undeployed, the container's threads live on: nothing of the WAR's classes may stay on them. */
final class RedeploymentTest {

    private static final int ATTEMPTS = 100;

    @Test
    void containerThreadsDoNotHoldTheClassLoader() throws Exception {
        ExecutorService container = Executors.newSingleThreadExecutor();
        try {
            WeakReference<ClassLoader> war =
                    container.submit(RedeploymentTest::useInWar).get();
            for (int i = 0; i < ATTEMPTS && war.get() != null; i++) {
                System.gc();
            }
            assertThat(war.get()).isNull();
        } finally {
            container.shutdownNow();
        }
    }

    private static WeakReference<ClassLoader> useInWar() throws Exception {
        URL[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(RedeploymentTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader war = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Class<?> escape = war.loadClass(Escape.class.getName());
            assertThat(escape).isNotSameAs(Escape.class);
            Object json =
                    escape.getMethod("jsonEncode", Object.class).invoke(null, Map.of("a", List.of(1, "two", 1.5)));
            assertThat(json).isEqualTo("{\"a\":[1,\"two\",1.5]}");
            escape.getMethod("jsonDecode", String.class).invoke(null, json);
            return new WeakReference<>(war);
        }
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
