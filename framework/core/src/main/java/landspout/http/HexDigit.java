package landspout.http;

/** One ASCII hexadecimal digit; {@link Character#digit} would also take the digits of other scripts. */
final class HexDigit {

    private HexDigit() {}

    /** 0 to 15, or -1 if the character is no such digit. */
    static int value(int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
