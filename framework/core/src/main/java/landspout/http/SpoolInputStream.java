package landspout.http;

import java.io.InputStream;
import java.util.Objects;

/** A region of a {@link Spool} as a stream; any number of them may read side by side. */
final class SpoolInputStream extends InputStream {

    private final Spool spool;
    private final long end;
    private long position;

    SpoolInputStream(Spool spool, long start, long length) {
        this.spool = spool;
        this.position = start;
        this.end = start + length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position == end) {
            return -1;
        }
        int read = spool.read(position, target, offset, (int) Math.min(length, end - position));
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
}
