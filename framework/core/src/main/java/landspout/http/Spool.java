package landspout.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Octets that are appended, then read at any position: in memory up to a threshold, in a temporary file beyond it. One
 * thread at a time.
 */
final class Spool implements AutoCloseable {

    /** What an announced length may make us allocate. */
    static final int LARGEST_ANNOUNCED = 64 << 10;

    /** The JDK copies each write into memory outside the heap and keeps that for the thread. */
    private static final int LARGEST_WRITE = 64 << 10;

    private static final int SMALLEST = 256;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final int memoryThreshold;
    private final @Nullable Path directory;
    private final int announced;

    private byte[] memory = new byte[0];
    private @Nullable FileChannel file;
    private long length;
    private boolean closed;

    /**
     * Makes an empty one; nothing is allocated yet.
     *
     * @param memoryThreshold octets kept in memory
     * @param announcedLength how many octets are said to come, or a negative number
     * @param directory where the temporary file goes; null for the system's
     */
    Spool(int memoryThreshold, long announcedLength, @Nullable Path directory) {
        this.memoryThreshold = memoryThreshold;
        this.announced = (int) Math.max(0, Math.min(announcedLength, Math.min(LARGEST_ANNOUNCED, memoryThreshold)));
        this.directory = directory;
    }

    long length() {
        return length;
    }

    /** Octets of memory held. */
    int memoryCapacity() {
        return memory.length;
    }

    /** The temporary file; null as long as the memory suffices, and after the close. */
    @Nullable
    FileChannel file() {
        return file;
    }

    /** Appends what remains in the buffer. */
    void append(ByteBuffer octets) {
        requireOpen();
        int count = octets.remaining();
        try {
            if (file == null && length + count > memoryThreshold) {
                file = moveToFile();
            }
            if (file == null) {
                reserve((int) length + count);
                octets.get(memory, (int) length, count);
            } else {
                writeFully(file, octets, length);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("A request body cannot be written to its temporary file", failure);
        }
        length += count;
    }

    /** Reads up to {@code count} octets, as {@link java.io.InputStream#read(byte[], int, int)} does. */
    int read(long position, byte[] target, int offset, int count) {
        requireOpen();
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        int available = (int) Math.min(count, length - position);
        if (file == null) {
            System.arraycopy(memory, (int) position, target, offset, available);
            return available;
        }
        try {
            return file.read(ByteBuffer.wrap(target, offset, Math.min(available, LARGEST_WRITE)), position);
        } catch (IOException failure) {
            throw new UncheckedIOException("A request body cannot be read from its temporary file", failure);
        }
    }

    /** A region as an array: a copy, except where the region is all that the memory holds. */
    byte[] bytes(long start, long count) {
        requireOpen();
        if (count > LARGEST_ARRAY) {
            throw new IllegalStateException(count + " octets do not fit into an array; use the stream");
        }
        if (file == null && start == 0 && count == length) {
            if (memory.length != length) {
                memory = Arrays.copyOf(memory, (int) length);
            }
            return memory;
        }
        byte[] region = new byte[(int) count];
        int done = 0;
        while (done < region.length) {
            int read = read(start + done, region, done, region.length - done);
            if (read < 0) {
                throw new UncheckedIOException(new EOFException("The temporary file of a request body shrank"));
            }
            done += read;
        }
        return region;
    }

    /** Gives everything back; what is asked for afterwards is refused. */
    @Override
    public void close() {
        closed = true;
        memory = new byte[0];
        FileChannel open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                throw new UncheckedIOException("The temporary file of a request body cannot be closed", failure);
            }
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The request has ended, and its body and files with it");
        }
    }

    private void reserve(int needed) {
        if (needed > memory.length) {
            long wanted = Math.max(Math.max(needed, announced), Math.max(SMALLEST, 2L * memory.length));
            memory = Arrays.copyOf(memory, (int) Math.min(wanted, memoryThreshold));
        }
    }

    private FileChannel moveToFile() throws IOException {
        // createTempFile lets nobody but the owner read it; on Unix the name is gone as soon as it is open.
        Path path = directory == null
                ? Files.createTempFile("landspout-", ".body")
                : Files.createTempFile(directory, "landspout-", ".body");
        FileChannel opened = null;
        try {
            opened = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            writeFully(opened, ByteBuffer.wrap(memory, 0, (int) length), 0);
        } catch (IOException | RuntimeException failure) {
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(path);
            throw failure;
        }
        memory = new byte[0];
        return opened;
    }

    private static void writeFully(FileChannel channel, ByteBuffer octets, long start) throws IOException {
        int limit = octets.limit();
        long position = start;
        while (octets.position() < limit) {
            octets.limit(Math.min(limit, octets.position() + LARGEST_WRITE));
            position += channel.write(octets, position);
        }
    }
}
