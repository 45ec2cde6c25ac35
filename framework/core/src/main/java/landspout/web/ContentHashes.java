package landspout.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of static files, which are their versions in links and their entity tags: 128 bits of SHA-256 in
 * hexadecimal. Each is computed once for a name, size and time of modification; any number of threads may ask.
 */
final class ContentHashes {

    private static final int DIGEST_OCTETS = 16;

    /** Within this of a change a file may change again without a new time. */
    private static final long UNSETTLED_MILLIS = 2000;

    /**
     * Compares itself, and does not have the record do it: Java 25 remembers, in its own classes, the types in the record
     * that was hashed last, and with them the class loader of a WAR.
     */
    private record Version(StaticRoot root, String name, long size, FileTime modified) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Version that
                    && root.equals(that.root)
                    && name.equals(that.name)
                    && size == that.size
                    && modified.equals(that.modified);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * root.hashCode() + name.hashCode()) + Long.hashCode(size)) + modified.hashCode();
        }
    }

    private final Map<Version, String> known = new ConcurrentHashMap<>();
    private final int capacity;
    private final Clock clock;

    /**
     * Remembers this many, or none.
     *
     * @param clock tells which files have only just been changed
     */
    ContentHashes(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /** The hash of a regular file. */
    String of(StaticFile file) throws IOException {
        FileTime modified = file.attributes().lastModifiedTime();
        if (capacity == 0 || Math.abs(clock.millis() - modified.toMillis()) < UNSETTLED_MILLIS) {
            return compute(file);
        }
        Version version = new Version(file.root(), file.name(), file.size(), modified);
        String found = known.get(version);
        return found == null ? remember(version, file) : found;
    }

    private String remember(Version version, StaticFile file) throws IOException {
        if (known.size() >= capacity) {
            known.clear();
        }
        try {
            // Who asks for the same file meanwhile waits, in the place of reading it too.
            return known.computeIfAbsent(version, key -> {
                try {
                    return compute(file);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String compute(StaticFile file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer slice = ByteBuffer.allocate((int) Math.min(StaticFile.SLICE, Math.max(1, file.size())));
        try (SeekableByteChannel channel = file.open(0)) {
            while (channel.read(slice) >= 0) {
                digest.update(slice.flip());
                slice.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_OCTETS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
