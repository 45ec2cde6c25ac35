package landspout.web;

import java.util.Optional;

/**
 * The part of a resource that a Range header asks for (RFC 9110, 14.1.2). One part at the most: several, other units
 * and what cannot be read are no range, and the answer is everything.
 *
 * @param length in octets; 0 when there is no such part, which is 416
 */
record ByteRange(long start, long length) {

    private static final String UNIT = "bytes=";
    private static final long NO_NUMBER = -1;

    /** Larger than any resource, and far from the end of what a long holds. */
    private static final long HUGE = 100_000_000_000_000_000L;

    private static final ByteRange UNSATISFIABLE = new ByteRange(0, 0);

    /** The part of a resource of this size, cut to it; empty when no single range is asked for. */
    static Optional<ByteRange> parse(String header, long size) {
        int dash = header.indexOf('-');
        if (!header.startsWith(UNIT) || dash < 0) {
            return Optional.empty();
        }
        String first = header.substring(UNIT.length(), dash);
        String last = header.substring(dash + 1);
        if (first.isEmpty()) {
            long count = number(last);
            return count == NO_NUMBER ? Optional.empty() : Optional.of(suffix(count, size));
        }
        long start = number(first);
        long end = last.isEmpty() ? HUGE : number(last);
        if (start == NO_NUMBER || end == NO_NUMBER) {
            return Optional.empty();
        }
        if (start >= size || end < start) {
            return Optional.of(UNSATISFIABLE);
        }
        return Optional.of(new ByteRange(start, Math.min(end, size - 1) - start + 1));
    }

    private static ByteRange suffix(long count, long size) {
        long length = Math.min(count, size);
        return length == 0 ? UNSATISFIABLE : new ByteRange(size - length, length);
    }

    boolean isSatisfiable() {
        return length > 0;
    }

    /** The Content-Range of this part of a resource of this size. */
    String contentRange(long size) {
        return "bytes " + (isSatisfiable() ? start + "-" + (start + length - 1) : "*") + "/" + size;
    }

    /** A number of digits only, cut to {@link #HUGE}. */
    private static long number(String digits) {
        long number = digits.isEmpty() ? NO_NUMBER : 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return NO_NUMBER;
            }
            number = Math.min(number * 10 + (c - '0'), HUGE);
        }
        return number;
    }
}
