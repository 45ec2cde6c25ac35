package landspout.web;

import java.util.List;
import java.util.Optional;

/** The static files of an application, by their path below {@code static_url_prefix}. */
final class StaticFiles {

    private final Optional<StaticRoot> root;
    private final String prefix;

    StaticFiles(Settings settings) {
        root = settings.find(Settings.STATIC_PATH);
        prefix = settings.get(Settings.STATIC_URL_PREFIX);
    }

    /** The routes that the settings ask for. */
    List<Route> routes() {
        return List.of();
    }

    /** The path of a file, below the mount point. */
    String url(String path, boolean includeVersion) {
        return root.map(found -> prefix + path).orElseThrow();
    }

    void close() {
        root.ifPresent(StaticRoot::close);
    }
}
