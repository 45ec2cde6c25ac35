package landspout.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The headers of one part of a multipart form. Lines end with CRLF, may be folded, and hold no control character but
 * the tab; text is UTF-8.
 */
final class PartHeaders {

    /** What Tornado says of a file without a Content-Type. */
    private static final String UNKNOWN_TYPE = "application/unknown";

    private final StringBuilder disposition = new StringBuilder();
    private final StringBuilder contentType = new StringBuilder();
    private boolean hasDisposition;
    private boolean hasContentType;

    private final String name;
    private final String filename;

    /**
     * Parses them.
     *
     * @throws HttpInputError (400) if they are malformed, or not those of a form's part
     */
    PartHeaders(byte[] octets, int length) {
        parseLines(decode(octets, length));
        HeaderParameters parameters = HeaderParameters.parse(disposition.toString());
        if (!parameters.value().equalsIgnoreCase("form-data")) {
            throw HttpInputError.badRequest("A part's Content-Disposition is not form-data");
        }
        name = parameters.parameter("name");
        filename = parameters.parameter("filename");
        if (name.isEmpty()) {
            throw HttpInputError.badRequest("A part of the form has no name");
        }
        // Percent decoding of an extended parameter can bring back what the lines may not hold.
        requireNoControls(name);
        requireNoControls(filename);
    }

    String name() {
        return name;
    }

    /** The file's name as sent; empty for an ordinary field. */
    String filename() {
        return filename;
    }

    String contentType() {
        return hasContentType ? contentType.toString().strip() : UNKNOWN_TYPE;
    }

    private static String decode(byte[] octets, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw HttpInputError.badRequest("The headers of a part are not UTF-8");
        }
    }

    private void parseLines(String text) {
        StringBuilder current = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf("\r\n", start);
            if (end < 0) {
                end = text.length();
            }
            String line = text.substring(start, end);
            requireNoControls(line);
            if (line.startsWith(" ") || line.startsWith("\t")) {
                if (start == 0) {
                    throw HttpInputError.badRequest("The headers of a part begin with a folded line");
                }
                current.append(' ').append(line.strip());
            } else {
                current = headerFor(line);
            }
            start = end + 2;
        }
    }

    /** Takes the first line of a header and says where its folded lines belong. */
    private StringBuilder headerFor(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            throw HttpInputError.badRequest("A header line of a part has no name");
        }
        for (int i = 0; i < colon; i++) {
            if (!isTokenCharacter(line.charAt(i))) {
                throw HttpInputError.badRequest("A header name of a part is not a token");
            }
        }
        String headerName = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        if (headerName.equalsIgnoreCase("Content-Disposition")) {
            requireFirst(hasDisposition, "Content-Disposition");
            hasDisposition = true;
            return disposition.append(value);
        }
        if (headerName.equalsIgnoreCase("Content-Type")) {
            requireFirst(hasContentType, "Content-Type");
            hasContentType = true;
            return contentType.append(value);
        }
        return new StringBuilder();
    }

    private static void requireFirst(boolean seen, String headerName) {
        if (seen) {
            throw HttpInputError.badRequest("A part has more than one " + headerName);
        }
    }

    private static void requireNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 && character != '\t' || character == 0x7F) {
                throw HttpInputError.badRequest("A control character in the headers of a part");
            }
        }
    }

    private static boolean isTokenCharacter(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "!#$%&'*+-.^_`|~".indexOf(character) >= 0;
    }
}
