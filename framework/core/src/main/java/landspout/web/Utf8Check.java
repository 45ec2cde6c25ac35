package landspout.web;

/** Checks octets, one after the other, for being UTF-8 (RFC 3629): no overlong form, no surrogate, nothing past 10FFFF. */
final class Utf8Check {

    private int missing;
    private int lowest = 0x80;
    private int highest = 0xbf;

    /** Whether the text may go on with this octet. */
    boolean accept(int octet) {
        if (missing > 0) {
            boolean fits = octet >= lowest && octet <= highest;
            lowest = 0x80;
            highest = 0xbf;
            missing--;
            return fits;
        }
        if (octet < 0x80) {
            return true;
        }
        if (octet < 0xc2 || octet > 0xf4) {
            return false;
        }
        missing = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
        switch (octet) {
            case 0xe0 -> lowest = 0xa0;
            case 0xed -> highest = 0x9f;
            case 0xf0 -> lowest = 0x90;
            case 0xf4 -> highest = 0x8f;
            default -> {}
        }
        return true;
    }

    /** Whether no character is left half. */
    boolean isComplete() {
        return missing == 0;
    }
}
