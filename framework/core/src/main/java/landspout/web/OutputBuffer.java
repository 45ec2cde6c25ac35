package landspout.web;

import java.util.Arrays;

/** What a handler has written and not flushed yet. A single piece is kept as it came, without a copy. */
final class OutputBuffer {

    private static final byte[] EMPTY = {};

    private byte[] data = EMPTY;
    private int length;

    /** Takes a piece that nobody changes any more. */
    void append(byte[] piece) {
        if (length == 0) {
            data = piece;
            length = piece.length;
            return;
        }
        int total = Math.addExact(length, piece.length);
        if (total > data.length) {
            data = Arrays.copyOf(data, Math.max(total, (int) Math.min(2L * length, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(piece, 0, data, length, piece.length);
        length = total;
    }

    byte[] data() {
        return data;
    }

    int length() {
        return length;
    }

    void clear() {
        data = EMPTY;
        length = 0;
    }
}
