package landspout.http;

/** ASCII hexadecimal digits; {@link Character#digit} would also take those of other scripts. */
public final class HexDigit {

    private HexDigit() {}

    /** The octet that the two digits behind a percent sign spell; -1 if they are none. */
    public static int escapedOctet(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = value(text.charAt(percent + 1));
        int low = value(text.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** 0 to 15, or -1 if the character is no such digit. */
    static int value(int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
