package landspout.http;

import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request. The host pushes it in as it arrives, in any pieces, and closes it with the request:
 *
 * <pre>{@code
 * RequestBody body = RequestBody.receive(limits, contentType, contentEncoding, contentLength);
 * body.write(chunk, 0, chunk.length);
 * body.end();
 * body.arguments().values("name");
 * body.close();
 * }</pre>
 *
 * <p>A blocking host writes what it reads, an event loop writes what it is given; no call waits for more to come. Up to
 * {@link RequestLimits#memoryThreshold()} the octets stay in memory, beyond it they go to a temporary file.
 *
 * <p>A malformed form does not stop the body: the first fault is kept, the octets are still received, and the fault is
 * thrown when arguments or files are asked for, so that a request that no handler wants is 404 as in Tornado. Only a
 * body beyond {@link RequestLimits#maxBodySize()} is refused at once.
 *
 * <p>One thread at a time; whoever hands a body from one thread to another sees to the ordering.
 */
public final class RequestBody implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger("landspout.general");

    /** Octets of a buffer outside the heap that are looked at in one go. */
    private static final int SLICE = 8 << 10;

    private enum Form {
        NONE,
        URL_ENCODED,
        MULTIPART
    }

    private final RequestLimits limits;
    private final Spool spool;
    private final Form form;
    private @Nullable MultipartScanner scanner;
    private @Nullable HttpInputError fault;
    private @Nullable Arguments arguments;
    private @Nullable Map<String, List<HttpFile>> files;
    private boolean ended;

    private RequestBody(RequestLimits limits, String contentType, long announcedLength, @Nullable Path directory) {
        this.limits = limits;
        this.spool = new Spool(limits.memoryThreshold(), announcedLength, directory);
        this.form = form(contentType);
        requireRoom(announcedLength);
        if (form == Form.MULTIPART) {
            try {
                scanner = new MultipartScanner(
                        limits, HeaderParameters.parse(contentType).parameter("boundary"));
            } catch (HttpInputError error) {
                fault = error;
            }
        }
    }

    /**
     * Makes an empty body, ready to be written. Nothing is allocated for it yet.
     *
     * @param contentType the Content-Type header, which decides whether this is a form; the empty text if absent
     * @param contentEncoding the Content-Encoding header; the empty text if absent. Anything but {@code identity} makes
     *     a form an opaque body without arguments, as in Tornado 5.1.1, with a warning in the log
     * @param announcedLength the Content-Length, or a negative number if it is unknown
     * @throws HttpInputError (413) if more is announced than {@link RequestLimits#maxBodySize()}
     */
    public static RequestBody receive(
            RequestLimits limits, String contentType, String contentEncoding, long announcedLength) {
        return receive(limits, contentType, contentEncoding, announcedLength, null);
    }

    static RequestBody receive(
            RequestLimits limits,
            String contentType,
            String contentEncoding,
            long announcedLength,
            @Nullable Path directory) {
        boolean plain = contentEncoding.isEmpty() || contentEncoding.equalsIgnoreCase("identity");
        if (!plain && form(contentType) != Form.NONE) {
            LOGGER.log(Level.WARNING, "Unsupported Content-Encoding: {0}", HttpInputError.printable(contentEncoding));
        }
        return new RequestBody(limits, plain ? contentType : "", announcedLength, directory);
    }

    private static Form form(String contentType) {
        int end = contentType.indexOf(';');
        String type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "application/x-www-form-urlencoded" -> Form.URL_ENCODED;
            case "multipart/form-data" -> Form.MULTIPART;
            default -> Form.NONE;
        };
    }

    /**
     * Takes the next octets; the array may be used again afterwards.
     *
     * @throws HttpInputError (413) if the body becomes longer than {@link RequestLimits#maxBodySize()}
     * @throws java.io.UncheckedIOException if the temporary file cannot be written
     * @throws IllegalStateException after {@link #end()} or {@link #close()}
     */
    public void write(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (ended) {
            throw new IllegalStateException("The body has ended already");
        }
        requireRoom(spool.length() + length);
        spool.append(ByteBuffer.wrap(buffer, offset, length));
        if (form == Form.URL_ENCODED) {
            requireSmallForm();
        }
        MultipartScanner scanning = scanner;
        if (scanning != null && fault == null) {
            try {
                scanning.scan(buffer, offset, length);
            } catch (HttpInputError error) {
                fault = error;
            }
        }
    }

    /** Takes what remains in the buffer, whatever kind it is; otherwise as {@link #write(byte[], int, int)}. */
    public void write(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            write(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            buffer.position(buffer.limit());
            return;
        }
        byte[] slice = new byte[Math.min(SLICE, buffer.remaining())];
        while (buffer.hasRemaining()) {
            int count = Math.min(slice.length, buffer.remaining());
            buffer.get(slice, 0, count);
            write(slice, 0, count);
        }
    }

    /** The body is complete. */
    public void end() {
        if (ended) {
            return;
        }
        ended = true;
        MultipartScanner scanning = scanner;
        if (scanning != null && fault == null) {
            try {
                scanning.end();
            } catch (HttpInputError error) {
                fault = error;
            }
        }
    }

    /** Octets received so far. */
    public long length() {
        return spool.length();
    }

    /**
     * The whole body; do not change the array. A long body is read back from its file each time.
     *
     * @throws IllegalStateException before {@link #end()}, after {@link #close()}, or if it is longer than an array
     */
    public byte[] bytes() {
        requireEnded();
        return spool.bytes(0, spool.length());
    }

    /**
     * The whole body as a stream from its begin; may be asked for again and again.
     *
     * @throws IllegalStateException before {@link #end()}; reading after {@link #close()} is refused with it too
     */
    public InputStream stream() {
        requireEnded();
        return new SpoolInputStream(spool, 0, spool.length());
    }

    /** What makes this form unusable, as soon as it is known; a host may use it to cut a transfer short. */
    public Optional<HttpInputError> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * The fields of the form, none if the body is no form. Tornado's {@code request.body_arguments}.
     *
     * @throws HttpInputError (400 or 413) if the form is malformed or too large
     * @throws IllegalStateException before {@link #end()} or, if never asked before, after {@link #close()}
     */
    public Arguments arguments() {
        requireEnded();
        requireFaultless();
        if (arguments == null) {
            arguments = parseArguments();
        }
        return arguments;
    }

    /**
     * The files of the form by field name, in the order they came; unmodifiable. Tornado's {@code request.files}.
     *
     * @throws HttpInputError (400 or 413) if the form is malformed or too large
     * @throws IllegalStateException before {@link #end()}
     */
    public Map<String, List<HttpFile>> files() {
        requireEnded();
        requireFaultless();
        if (files == null) {
            files = gatherFiles();
        }
        return files;
    }

    /** Frees the memory and deletes the temporary file. Files and streams of this body end with it. */
    @Override
    public void close() {
        ended = true;
        spool.close();
    }

    /** For tests of what is held. */
    Spool spool() {
        return spool;
    }

    private Arguments parseArguments() {
        if (form == Form.URL_ENCODED) {
            try {
                return Arguments.parseForm(bytes(), limits.maxFields());
            } catch (HttpInputError error) {
                fault = error;
                throw error;
            }
        }
        Arguments.Builder fields = new Arguments.Builder();
        for (MultipartPart part : parts()) {
            if (!part.isFile()) {
                fields.add(part.name(), spool.bytes(part.start(), part.length()));
            }
        }
        return fields.build();
    }

    private Map<String, List<HttpFile>> gatherFiles() {
        Map<String, List<HttpFile>> gathered = new LinkedHashMap<>();
        for (MultipartPart part : parts()) {
            if (part.isFile()) {
                gathered.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(new HttpFile(spool, part));
            }
        }
        gathered.replaceAll((name, all) -> Collections.unmodifiableList(all));
        return Collections.unmodifiableMap(gathered);
    }

    private List<MultipartPart> parts() {
        return scanner == null ? List.of() : scanner.parts();
    }

    private void requireRoom(long length) {
        if (length > limits.maxBodySize()) {
            throw HttpInputError.tooLarge("The body exceeds " + limits.maxBodySize() + " octets");
        }
    }

    private void requireSmallForm() {
        if (fault == null && spool.length() > limits.maxFormSize()) {
            fault = HttpInputError.tooLarge("The form exceeds " + limits.maxFormSize() + " octets");
        }
    }

    private void requireEnded() {
        if (!ended) {
            throw new IllegalStateException("The body is still arriving");
        }
    }

    private void requireFaultless() {
        if (fault != null) {
            throw fault;
        }
    }
}
