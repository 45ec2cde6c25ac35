package landspout.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where static files lie; nothing outside it is ever served, nor anything in a {@code WEB-INF} or {@code META-INF}
 * below it.
 *
 * <pre>{@code
 * StaticRoot.directory(Path.of("/srv/shop/static"))
 * StaticRoot.classPath(Main.class, "static")   // src/main/resources/static, wherever it has been packed
 * }</pre>
 *
 * <p>Any number of threads and applications may use one. A jar is opened when a file of it is first asked for, and
 * closed when an application that used it stops; should another still need it, it opens again.
 */
public final class StaticRoot {

    /** A directory, or the jar that holds one. */
    private final Path container;

    /** The directory's path within the jar; empty when there is no jar. */
    private final String inside;

    private @Nullable FileSystem jar;

    StaticRoot(Path container, String inside) {
        this.container = container.toAbsolutePath().normalize();
        this.inside = inside;
    }

    /**
     * A directory of the file system. A link in the place of the directory may be changed to another one while the
     * application runs.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static StaticRoot directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("no directory of static files: " + directory);
        }
        return new StaticRoot(directory, "");
    }

    /**
     * A directory of the class path, so that an application brings its static files along in its jar or WAR.
     *
     * @param anchor a class of the application; the directory beside it, in the same jar or directory of classes, is
     *     taken before any other of that name
     * @param directory its path from the root of the class path, such as {@code static} or {@code com/example/static}
     * @throws IllegalArgumentException if there is none, or it lies where it cannot be read file by file
     */
    public static StaticRoot classPath(Class<?> anchor, String directory) {
        return ClassPathDirectory.find(anchor, directory);
    }

    /** The directory itself, links in its own path not resolved. */
    synchronized Path path() throws IOException {
        if (inside.isEmpty()) {
            return container;
        }
        if (jar == null) {
            // One of our own, not the provider's shared one: that one would outlive a redeployment.
            jar = FileSystems.newFileSystem(container, (ClassLoader) null);
        }
        return jar.getPath(inside);
    }

    /** Frees what is open; it opens again when it is needed again. */
    synchronized void close() {
        if (jar == null) {
            return;
        }
        try {
            jar.close();
        } catch (IOException failed) {
            Logs.GENERAL.log(Level.WARNING, "cannot close " + this, failed);
        } finally {
            jar = null;
        }
    }

    /** Whether the directory is there. */
    boolean exists() {
        try {
            return Files.isDirectory(path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read static files from " + this, unreadable);
        } finally {
            close();
        }
    }

    @Override
    public String toString() {
        return inside.isEmpty() ? container.toString() : container + "!/" + inside;
    }
}
