package landspout.web;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a directory of the class path: in a directory of classes, or in a jar. */
final class ClassPathDirectory {

    private static final String REMEDY = "; have the container unpack the application, or copy the files to a directory"
            + " and use StaticRoot.directory()";

    private ClassPathDirectory() {}

    static StaticRoot find(Class<?> anchor, String directory) {
        String name = strip(directory);
        if (name.isEmpty() || name.contains("\\") || !isPlain(name)) {
            throw new IllegalArgumentException("not a directory of the class path: \"" + directory
                    + "\"; give static files one of their own, such as \"static\"");
        }
        // A jar need not have entries for its directories, so the class tells where the jar is.
        String classFile = anchor.getName().replace('.', '/') + ".class";
        @Nullable URL ofClass = anchor.getResource("/" + classFile);
        Optional<StaticRoot> beside = ofClass == null ? Optional.empty() : at(ofClass, classFile, name);
        if (beside.isPresent()) {
            return beside.get();
        }
        // Gradle keeps classes and resources in two directories.
        @Nullable URL ofDirectory = anchor.getResource("/" + name);
        Optional<StaticRoot> elsewhere = ofDirectory == null ? Optional.empty() : at(ofDirectory, name, name);
        return elsewhere.orElseThrow(() -> new IllegalArgumentException("no directory " + name
                + " in the class path of "
                + anchor.getName() + " that can be served"
                + (ofDirectory != null ? ": " + ofDirectory : ofClass != null ? ": the class is in " + ofClass : "")
                + REMEDY));
    }

    /** The directory of this name in the jar or directory where a known entry was found. */
    private static Optional<StaticRoot> at(URL found, String entry, String name) {
        String url = found.toString();
        if (!url.endsWith("/" + entry)) {
            return Optional.empty();
        }
        String place = url.substring(0, url.length() - entry.length());
        return switch (found.getProtocol()) {
            case "file" -> existing(path(place).resolve(name), "");
            // Liberty says wsjar for what is a jar.
            case "jar", "wsjar" -> inJar(place.substring(place.indexOf(':') + 1), name);
            default -> Optional.empty();
        };
    }

    /** In {@code file:/path/of.jar!/}. For a jar within a jar what stands before the last mark is no file. */
    private static Optional<StaticRoot> inJar(String place, String name) {
        boolean known = place.startsWith("file:") && place.endsWith("!/");
        return known ? existing(path(place.substring(0, place.length() - 2)), name) : Optional.empty();
    }

    private static Optional<StaticRoot> existing(Path container, String inside) {
        boolean there = inside.isEmpty() ? Files.isDirectory(container) : Files.isRegularFile(container);
        return there ? Optional.of(new StaticRoot(container, inside)).filter(StaticRoot::exists) : Optional.empty();
    }

    private static Path path(String fileUrl) {
        return Path.of(URI.create(fileUrl));
    }

    private static String strip(String directory) {
        int begin = directory.startsWith("/") ? 1 : 0;
        int end = directory.length() - (directory.endsWith("/") ? 1 : 0);
        return begin < end ? directory.substring(begin, end) : "";
    }

    private static boolean isPlain(String name) {
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
