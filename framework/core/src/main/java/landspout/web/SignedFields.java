package landspout.web;

import java.util.Arrays;
import java.util.Optional;

/**
 * A signed value of version 2, cut into its fields: {@code 2|1:<key version>|<length>:<timestamp>|<length>:<name>|
 * <length>:<value>|<signature>}. Lengths are in bytes.
 */
final class SignedFields {

    private static final int FIELDS = 4;
    private static final int MAXIMUM_LENGTH_DIGITS = 9;

    private final byte[] text;
    private final int[] starts = new int[FIELDS];
    private final int[] ends = new int[FIELDS];
    private int keyVersion;

    private SignedFields(byte[] text) {
        this.text = text;
    }

    static Optional<SignedFields> parse(byte[] text) {
        SignedFields fields = new SignedFields(text);
        return fields.cut() ? Optional.of(fields) : Optional.empty();
    }

    private boolean cut() {
        int position = 2;
        for (int field = 0; field < FIELDS; field++) {
            int colon = position;
            while (colon < text.length && colon <= position + MAXIMUM_LENGTH_DIGITS && text[colon] != ':') {
                colon++;
            }
            long length = Decimal.parse(text, position, Math.min(colon, text.length), MAXIMUM_LENGTH_DIGITS);
            int start = colon + 1;
            if (length < 0 || start + length >= text.length || text[start + (int) length] != '|') {
                return false;
            }
            starts[field] = start;
            ends[field] = start + (int) length;
            position = ends[field] + 1;
        }
        keyVersion = (int) Decimal.parse(text, starts[0], ends[0], MAXIMUM_LENGTH_DIGITS);
        return keyVersion >= 0;
    }

    int keyVersion() {
        return keyVersion;
    }

    byte[] timestamp() {
        return field(1);
    }

    byte[] name() {
        return field(2);
    }

    byte[] value() {
        return field(3);
    }

    byte[] signed() {
        return Arrays.copyOf(text, ends[FIELDS - 1] + 1);
    }

    byte[] signature() {
        return Arrays.copyOfRange(text, ends[FIELDS - 1] + 1, text.length);
    }

    private byte[] field(int index) {
        return Arrays.copyOfRange(text, starts[index], ends[index]);
    }
}
