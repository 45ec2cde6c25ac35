package landspout.web;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import landspout.http.HttpDates;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files of a directory to GET and HEAD, with entity tags, conditional requests and ranges; Tornado's {@code
 * StaticFileHandler}. The route's first group is the file's path below the root.
 *
 * <pre>{@code
 * StaticRoot files = StaticRoot.directory(Path.of("/srv/shop/files"));
 * Application app = Application.of(
 *         route("/files/(.*)", () -> new StaticFileHandler(files, "index.html")),
 *         route("/(single\\.txt)", () -> new StaticFileHandler(files)));
 * }</pre>
 *
 * <p>The setting {@code static_path} makes such a route by itself. Regular files are served, in slices of 64 KiB, and
 * nothing else: links are followed within the root only, and a directory is served through its default file or not at
 * all. Clients may keep for ten years what they ask for with an argument {@code v}, as {@code staticUrl} writes it.
 */
public class StaticFileHandler extends RequestHandler {

    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final StaticRoot root;
    private final @Nullable String defaultFilename;
    private @Nullable String etag;
    private boolean sending;

    /** For the files below this root; directories are 403. */
    public StaticFileHandler(StaticRoot root) {
        this.root = root;
        defaultFilename = null;
    }

    /** For the files below this root, and for its directories this file in them, such as {@code index.html}. */
    public StaticFileHandler(StaticRoot root, String defaultFilename) {
        this.root = root;
        this.defaultFilename = defaultFilename;
    }

    @Override
    protected void get() throws Exception {
        serve(true);
    }

    @Override
    protected void head() throws Exception {
        serve(false);
    }

    // ------------------------------------------------------------------ for subclasses

    /** Turns the path of the address, decoded, into that of a file below the root. By default they are one. */
    protected String parseUrlPath(String urlPath) {
        return urlPath;
    }

    /** The Content-Type of a file, by its path below the root; {@code application/octet-stream} where unknown. */
    protected String getContentType(String path) {
        return ContentTypes.of(path);
    }

    /**
     * How long clients may keep a file without asking again: ten years for requests with an argument {@code v}.
     *
     * @return zero to leave it to the client
     */
    protected Duration getCacheTime(String path, Instant modified, String contentType) {
        return request().queryArguments().values("v").isEmpty() ? Duration.ZERO : TEN_YEARS;
    }

    /** Sets further header fields; all others are set when it runs. */
    protected void setExtraHeaders(String path) {}

    /** The hash of the whole file, for parts of it too. */
    @Override
    protected Optional<String> computeEtag() {
        return etag == null ? super.computeEtag() : Optional.of(etag);
    }

    // ------------------------------------------------------------------ one request

    private void serve(boolean includeBody) throws IOException {
        String path = parseUrlPath(pathArguments().at(0).orElse(""));
        try {
            Optional<StaticFile> found = find(path);
            if (found.isPresent()) {
                serve(found.get(), includeBody);
            }
        } catch (ClosedChannelException interrupted) {
            // Interrupting one thread closes the jar for all of them: it must be opened anew.
            root.close();
            throw interrupted;
        }
    }

    /** The file to serve; empty when the client was sent to its directory's own address. */
    private Optional<StaticFile> find(String path) throws IOException {
        StaticFiles files = application().staticFiles();
        StaticFile file = files.find(root, path);
        if (file.isDirectory() && defaultFilename != null) {
            if (!request().path().endsWith("/")) {
                redirect(rootPath() + LocalPath.of(request().path() + "/"), true);
                return Optional.empty();
            }
            boolean complete = path.isEmpty() || path.endsWith("/");
            file = files.find(root, path + (complete ? "" : "/") + defaultFilename);
        }
        if (!file.isRegular()) {
            throw new HttpError(403, path + " is not a file");
        }
        return Optional.of(file);
    }

    private void serve(StaticFile file, boolean includeBody) throws IOException {
        etag = '"' + application().staticFiles().version(file) + '"';
        Instant modified = file.modified().truncatedTo(ChronoUnit.SECONDS);
        setHeaders(file.requested(), modified);
        if (isNotModified(modified)) {
            setStatus(304);
            return;
        }
        long size = file.size();
        Optional<ByteRange> range = range(size, modified);
        if (range.isPresent() && !range.get().isSatisfiable()) {
            setStatus(416);
            setHeader("Content-Type", "text/plain");
            setHeader("Content-Range", range.get().contentRange(size));
            return;
        }
        ByteRange part = range.orElse(new ByteRange(0, size));
        if (part.length() < size) {
            setStatus(206);
            setHeader("Content-Range", part.contentRange(size));
        }
        setHeader("Content-Length", part.length());
        if (includeBody) {
            sending = true;
            new FileTransfer(this, file.open(part.start()), part.length()).run();
        }
    }

    private void setHeaders(String path, Instant modified) {
        setHeader("Accept-Ranges", "bytes");
        setEtagHeader();
        setHeader("Last-Modified", modified);
        String contentType = getContentType(path);
        setHeader("Content-Type", contentType);
        Duration cacheTime = getCacheTime(path, modified, contentType);
        if (cacheTime.toSeconds() > 0) {
            setHeader("Expires", application().clock().instant().plus(cacheTime));
            setHeader("Cache-Control", "max-age=" + cacheTime.toSeconds());
        }
        setExtraHeaders(path);
    }

    /** If-None-Match decides alone where it is given (RFC 9110, 13.2.2). */
    private boolean isNotModified(Instant modified) {
        if (!request().headers().get("If-None-Match", "").isEmpty()) {
            return checkEtagHeader();
        }
        return HttpDates.parse(request().headers().get("If-Modified-Since", ""))
                .filter(since -> !since.isBefore(modified))
                .isPresent();
    }

    private Optional<ByteRange> range(long size, Instant modified) {
        String header = request().headers().get("Range", "");
        return header.isEmpty() || !isUnchanged(modified) ? Optional.empty() : ByteRange.parse(header, size);
    }

    /** Whether the rest of what a client has is still the rest of it (RFC 9110, 13.1.5). Tornado does not look. */
    private boolean isUnchanged(Instant modified) {
        String condition = request().headers().get("If-Range", "");
        return condition.isEmpty()
                || condition.equals(etag)
                || HttpDates.parse(condition).filter(modified::equals).isPresent();
    }

    /** The transfer of a file goes on after the method where the connection is slow, and ends the answer. */
    @Override
    final boolean finishesLater() {
        return sending;
    }
}
