package landspout.web;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import landspout.escape.Escape;
import landspout.http.HeaderSyntax;

/**
 * The static files of an application: what its handlers serve of them, and links to those below {@code
 * static_url_prefix}. Any number of threads may use it.
 */
final class StaticFiles {

    private static final int REMEMBERED_HASHES = 10_000;

    private final Settings settings;
    private final ContentHashes hashes;
    private final Set<StaticRoot> used = ConcurrentHashMap.newKeySet();

    StaticFiles(Settings settings, Clock clock) {
        this.settings = settings;
        hashes = new ContentHashes(settings.get(Settings.DEBUG) ? 0 : REMEMBERED_HASHES, clock);
    }

    /** The routes that the settings ask for. */
    List<Route> routes() {
        Optional<StaticRoot> found = settings.find(Settings.STATIC_PATH);
        if (found.isEmpty()) {
            return List.of();
        }
        StaticRoot root = found.get();
        String prefix = quote(settings.get(Settings.STATIC_URL_PREFIX));
        return List.of(
                Route.route(prefix + "(.*)", () -> new StaticFileHandler(root)),
                Route.route("/(favicon\\.ico)", () -> new StaticFileHandler(root)),
                Route.route("/(robots\\.txt)", () -> new StaticFileHandler(root)));
    }

    private static String quote(String prefix) {
        StringBuilder pattern = new StringBuilder();
        prefix.chars().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || c == '/' || c == '-' || c == '_' || c == '%';
            pattern.append(plain ? "" : "\\").append((char) c);
        });
        return pattern.toString();
    }

    /**
     * Looks for a decoded path below a root.
     *
     * @throws HttpError 403 or 404 if it is no file or directory below the root
     */
    StaticFile find(StaticRoot root, String path) throws IOException {
        used.add(root);
        return StaticFile.find(root, path);
    }

    /** The version of a regular file: the hash of its content. */
    String version(StaticFile file) throws IOException {
        return hashes.of(file);
    }

    /** The path of a file, below the mount point; without a version if there is no such file. */
    String url(String path, boolean includeVersion) {
        StaticRoot root = settings.get(Settings.STATIC_PATH);
        String url = settings.get(Settings.STATIC_URL_PREFIX) + Escape.pathEscape(path);
        return includeVersion
                ? version(root, path).map(hash -> url + "?v=" + hash).orElse(url)
                : url;
    }

    private Optional<String> version(StaticRoot root, String path) {
        try {
            StaticFile file = find(root, path);
            return file.isRegular() ? Optional.of(version(file)) : Optional.empty();
        } catch (HttpError missing) {
            Logs.GENERAL.log(
                    Level.WARNING, "a link to a static file that is not served: {0}", HeaderSyntax.escape(path));
            return Optional.empty();
        } catch (IOException unreadable) {
            Logs.GENERAL.log(Level.ERROR, "Could not open static file " + HeaderSyntax.escape(path), unreadable);
            return Optional.empty();
        }
    }

    /** Frees what is open. */
    void close() {
        used.forEach(StaticRoot::close);
        used.clear();
    }
}
