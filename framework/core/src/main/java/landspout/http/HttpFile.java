package landspout.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that came with a {@code multipart/form-data} body: Tornado's {@code HTTPFile}.
 *
 * <p>It is a region of the request's body and ends with the request; after that its content is refused with
 * {@link IllegalStateException}. Copy what must stay:
 *
 * <pre>{@code
 * file.transferTo(uploads.resolve(UUID.randomUUID() + ".upload"));
 * }</pre>
 *
 * <p>A long body lies in a temporary file, so that reading it may wait for the disk.
 */
public final class HttpFile {

    private final Spool spool;
    private final MultipartPart part;

    HttpFile(Spool spool, MultipartPart part) {
        this.spool = spool;
        this.part = part;
    }

    /**
     * The name that the client gave the file, exactly as sent. It may hold slashes, {@code ..}, device names, anything
     * but control characters: show it, store it as text, but never make a path of it.
     */
    public String filename() {
        return part.filename();
    }

    /** The type that the client claims, {@code application/unknown} if it claims none. Nobody has checked it. */
    public String contentType() {
        return part.contentType();
    }

    /** Length in octets. */
    public long length() {
        return part.length();
    }

    /**
     * The content, all of it in memory. Prefer {@link #stream()} or {@link #transferTo} for what may be large.
     *
     * @throws IllegalStateException after the end of the request, or if it is longer than an array
     */
    public byte[] body() {
        return spool.bytes(part.start(), part.length());
    }

    /**
     * The content as a stream from its begin; may be asked for again and again. It has no buffer of its own, so read many
     * octets at a time. Reading after the end of the request is refused with {@link IllegalStateException}.
     */
    public InputStream stream() {
        return new SpoolInputStream(spool, part.start(), part.length());
    }

    /**
     * Copies the content to a new file.
     *
     * @param target a path of your own making, not one from {@link #filename()}
     * @throws UncheckedIOException if the file exists already, or cannot be written
     * @throws IllegalStateException after the end of the request
     */
    public void transferTo(Path target) {
        spool.requireOpen();
        try (InputStream content = stream()) {
            Files.copy(content, target);
        } catch (IOException failure) {
            throw new UncheckedIOException("An uploaded file cannot be copied", failure);
        }
    }
}
