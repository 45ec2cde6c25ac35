package landspout.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Templates in a directory of the class path.
 *
 * @param prefix the directory's path, with a slash at either end
 */
record ClassPathTemplates(Class<?> anchor, String prefix) implements TemplateSource {

    static ClassPathTemplates find(Class<?> anchor, String directory) {
        String prefix = (directory.startsWith("/") ? "" : "/") + directory + (directory.endsWith("/") ? "" : "/");
        ClassPathTemplates templates = new ClassPathTemplates(anchor, prefix);
        if (!templates.exist()) {
            throw new IllegalArgumentException("no directory of templates: " + templates.place()
                    + "; name the directory from the root of the class path, such as \"templates\" for"
                    + " src/main/resources/templates");
        }
        return templates;
    }

    private boolean exist() {
        String directory = prefix.substring(0, prefix.length() - 1);
        return anchor.getResource(prefix) != null || anchor.getResource(directory) != null || liesBesideAnchor();
    }

    /** A jar need not have entries for its directories, so that only its files tell of them. */
    private boolean liesBesideAnchor() {
        @Nullable URL ofClass = anchor.getResource("/" + anchor.getName().replace('.', '/') + ".class");
        if (ofClass == null || ofClass.getProtocol().equals("file")) {
            return false;
        }
        try {
            if (!(ofClass.openConnection() instanceof JarURLConnection connection)) {
                // Where a container has a protocol of its own, nothing can be told.
                return true;
            }
            // The shared jar would outlive a redeployment.
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                String inside = prefix.substring(1);
                return jar.stream().anyMatch(entry -> entry.getName().startsWith(inside));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look for templates in " + ofClass, unreadable);
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        if (isUnpackedDirectory(anchor.getResource(prefix + name))) {
            return Optional.empty();
        }
        try (InputStream file = anchor.getResourceAsStream(prefix + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        }
    }

    /** Of which the JDK would read a list of its files. */
    private static boolean isUnpackedDirectory(@Nullable URL resource) {
        return resource != null
                && resource.getProtocol().equals("file")
                && Files.isDirectory(Path.of(URI.create(resource.toString())));
    }

    @Override
    public String place() {
        return prefix + " in the class path of " + anchor.getName();
    }
}
