package landspout.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Parses {@code application/x-www-form-urlencoded} octets in one pass, as Tornado 5.1.1's {@code parse_qs_bytes}. */
final class UrlEncodedParser {

    private final byte[] octets;
    private final int maxFields;

    UrlEncodedParser(byte[] octets, int maxFields) {
        this.octets = octets;
        this.maxFields = maxFields;
    }

    Arguments parse() {
        Arguments.Builder arguments = new Arguments.Builder();
        int fields = 0;
        int start = 0;
        while (start < octets.length) {
            int equals = -1;
            int end = start;
            while (end < octets.length && octets[end] != '&') {
                if (octets[end] == '=' && equals < 0) {
                    equals = end;
                }
                end++;
            }
            if (end > start) {
                if (++fields > maxFields) {
                    throw HttpInputError.badRequest("More than " + maxFields + " arguments");
                }
                int endOfName = equals < 0 ? end : equals;
                int startOfValue = equals < 0 ? end : equals + 1;
                arguments.add(
                        new String(decode(start, endOfName), StandardCharsets.ISO_8859_1), decode(startOfValue, end));
            }
            start = end + 1;
        }
        return arguments.build();
    }

    private byte[] decode(int start, int end) {
        byte[] decoded = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte octet = octets[i];
            if (octet == '+') {
                octet = ' ';
            } else if (octet == '%' && i + 2 < end) {
                int high = HexDigit.value(octets[i + 1]);
                int low = HexDigit.value(octets[i + 2]);
                if (high >= 0 && low >= 0) {
                    octet = (byte) (high << 4 | low);
                    i += 2;
                }
            }
            decoded[length++] = octet;
        }
        return length == decoded.length ? decoded : Arrays.copyOf(decoded, length);
    }
}
