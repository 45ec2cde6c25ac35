package landspout.web;

/** Numbers in signed texts: plain digits, no sign, nothing that an {@code int} parser forgives besides. */
final class Decimal {

    private Decimal() {}

    /** -1 when it is anything else or has more than so many digits (18 fit a long). */
    static long parse(byte[] text, int start, int end, int maximumDigits) {
        if (end <= start || end - start > maximumDigits) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
