package landspout.samples.war;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;

/** A packaged WAR. */
public final class WarFile {

    private static final String LIBRARIES = "WEB-INF/lib/";

    private final Path path;

    private WarFile(Path path) {
        this.path = path;
    }

    /** The WAR whose path is in this system property. */
    public static WarFile named(String property) {
        return new WarFile(Path.of(System.getProperty(property)));
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** The names of the artifacts it carries, without their versions. */
    public List<String> libraries() throws IOException {
        try (JarFile war = new JarFile(path.toFile())) {
            return war.stream()
                    .map(JarEntry::getName)
                    .filter(WarFile::isLibrary)
                    .map(name -> name.substring(LIBRARIES.length()).replaceFirst("-[0-9].*\\.jar$", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The names of all files in it and in its libraries, but not its libraries themselves. */
    public List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        try (JarFile war = new JarFile(path.toFile())) {
            for (JarEntry entry : war.stream().toList()) {
                if (isLibrary(entry.getName())) {
                    try (JarInputStream library = new JarInputStream(war.getInputStream(entry))) {
                        addFiles(library, files);
                    }
                } else if (!entry.isDirectory()) {
                    files.add(entry.getName());
                }
            }
        }
        return files;
    }

    /** Whether this name of a file stands for what the container has, or what a WAR has no use for. */
    public static boolean belongsToContainer(String file) {
        return file.startsWith("org/eclipse/jetty/")
                || file.startsWith("org/apache/catalina/")
                || file.startsWith("jakarta/servlet/")
                || file.startsWith("jakarta/websocket/")
                || file.endsWith("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")
                || file.endsWith("META-INF/services/java.lang.System$LoggerFinder");
    }

    private static boolean isLibrary(String name) {
        return name.startsWith(LIBRARIES) && name.endsWith(".jar");
    }

    private static void addFiles(JarInputStream library, List<String> files) throws IOException {
        for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
            if (!entry.isDirectory()) {
                files.add(entry.getName());
            }
        }
    }
}
