package landspout.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A WAR with templates is undeployed, the container's threads live on: nothing of its classes may stay on them. */
class RedeploymentTest {

    private static final int ATTEMPTS = 100;

    @Test
    void containerThreadsDoNotHoldTheClassLoader() throws Exception {
        ExecutorService container = Executors.newSingleThreadExecutor();
        try {
            WeakReference<ClassLoader> war =
                    container.submit(RedeploymentTest::renderInWar).get();
            for (int i = 0; i < ATTEMPTS && war.get() != null; i++) {
                System.gc();
            }
            assertThat(war.get()).isNull();
        } finally {
            container.shutdownNow();
        }
    }

    private static WeakReference<ClassLoader> renderInWar() throws Exception {
        URL[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(RedeploymentTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader war = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = war.loadClass(PebbleTemplates.class.getName());
            assertThat(type).isNotSameAs(PebbleTemplates.class);
            Object templates = type.getMethod("classPath", Class.class, String.class)
                    .invoke(null, type, "landspout/templates/pages");
            Object text = type.getMethod("render", String.class, Map.class)
                    .invoke(templates, "mail/letter.html", Map.of("name", "Ann"));
            assertThat(text).isEqualTo("<title>base</title>\n<main>Dear Ann, Ann!</main>\n");
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
