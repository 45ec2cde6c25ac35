package landspout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import landspout.http.HeaderMap;
import landspout.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Compresses a response where it is worth it; Tornado's {@code GZipContentEncoding}. */
final class GzipEncoding {

    private static final int MIN_LENGTH = 1024;
    private static final Set<String> CONTENT_TYPES = Set.of(
            "application/javascript",
            "application/x-javascript",
            "application/xml",
            "application/atom+xml",
            "application/json",
            "application/xhtml+xml",
            "image/svg+xml");

    private final boolean accepted;
    private @Nullable ByteArrayOutputStream compressed;
    private @Nullable GZIPOutputStream compressor;

    GzipEncoding(HttpServerRequest request) {
        accepted = request.headers().get("Accept-Encoding", "").contains("gzip");
    }

    /** Decides whether to compress, and changes the header fields to fit. */
    boolean begin(HeaderMap headers, int length, boolean last) {
        close();
        String vary = headers.get("Vary", "");
        headers.set("Vary", vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
        boolean worthIt = (!last || length >= MIN_LENGTH) && suits(headers);
        if (worthIt) {
            headers.set("Content-Encoding", "gzip");
            compressed = new ByteArrayOutputStream(Math.max(256, length / 4));
            compressor = compressor(compressed);
        }
        return worthIt;
    }

    /** Whether these fields let the body be compressed; a part of one cannot be, its range counts plain octets. */
    boolean suits(HeaderMap headers) {
        return accepted
                && !headers.contains("Content-Encoding")
                && !headers.contains("Content-Range")
                && isCompressible(headers.get("Content-Type", ""));
    }

    boolean isCompressing() {
        return compressor != null;
    }

    /** The compressed form of a piece; what the compressor holds back of it comes with the next one. */
    byte[] encode(byte[] data, int length, boolean last) {
        GZIPOutputStream output = Objects.requireNonNull(compressor);
        ByteArrayOutputStream result = Objects.requireNonNull(compressed);
        try {
            output.write(data, 0, length);
            if (last) {
                output.close();
            } else {
                output.flush();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] chunk = result.toByteArray();
        result.reset();
        return chunk;
    }

    /** Frees the compressor's memory, which lies outside the heap, however the response ended. */
    void close() {
        if (compressor != null) {
            try {
                compressor.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            compressor = null;
        }
    }

    private static GZIPOutputStream compressor(ByteArrayOutputStream target) {
        try {
            return new GZIPOutputStream(target, 512, true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isCompressible(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || CONTENT_TYPES.contains(type);
    }
}
