package landspout.web;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where static files lie; nothing outside it is ever served. */
public final class StaticRoot {

    private final Path directory;

    private StaticRoot(Path directory) {
        this.directory = directory;
    }

    /**
     * A directory of the file system.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static StaticRoot directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("no directory of static files: " + directory);
        }
        return new StaticRoot(directory.toAbsolutePath().normalize());
    }

    Path path() {
        return directory;
    }

    /** Frees what is open; it opens again when it is needed again. */
    void close() {}
}
