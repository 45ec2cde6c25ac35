package landspout.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pushes a body in some pieces and tells in one text what came out, so that two ways can be compared. */
final class Received {

    /** How a body is cut; the answer is the length of the next piece, at least 1. */
    interface Pieces {
        int next(int position, int remaining);
    }

    static final String MULTIPART = "multipart/form-data; boundary=XYZ";

    private Received() {}

    static Pieces whole() {
        return (position, remaining) -> remaining;
    }

    static Pieces ofLength(int length) {
        return (position, remaining) -> Math.min(length, remaining);
    }

    static Pieces cutAt(int cut) {
        return (position, remaining) -> position < cut ? cut - position : remaining;
    }

    static Pieces random(Random random, int longest) {
        return (position, remaining) -> Math.min(remaining, 1 + random.nextInt(longest));
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static void push(RequestBody body, byte[] octets, Pieces pieces) {
        int position = 0;
        while (position < octets.length) {
            int length = pieces.next(position, octets.length - position);
            body.write(octets, position, length);
            position += length;
        }
        body.end();
    }

    /** Something like {@code a=[1, 2] f=(note.txt text/plain hello)}, or {@code 400: reason}. */
    static String of(String contentType, byte[] octets, RequestLimits limits, Pieces pieces) {
        try (RequestBody body = RequestBody.receive(limits, contentType, "", octets.length)) {
            push(body, octets, pieces);
            return describe(body.arguments(), body.files());
        } catch (HttpInputError error) {
            return error.status() + ": " + error.getMessage();
        }
    }

    static String of(String contentType, String body) {
        return of(contentType, octets(body), RequestLimits.DEFAULTS, whole());
    }

    static String multipart(String body) {
        return of(MULTIPART, body);
    }

    static String describe(Arguments arguments) {
        StringBuilder text = new StringBuilder();
        arguments
                .asMap()
                .forEach((name, values) -> text.append(' ')
                        .append(name)
                        .append('=')
                        .append(values.stream().map(Received::text).toList()));
        return text.toString().strip();
    }

    private static String describe(Arguments arguments, Map<String, List<HttpFile>> files) {
        StringBuilder text = new StringBuilder(describe(arguments));
        files.forEach((name, all) -> all.forEach(file -> text.append(' ')
                .append(name)
                .append("=(")
                .append(file.filename())
                .append(' ')
                .append(file.contentType())
                .append(' ')
                .append(text(file.body()))
                .append(')')));
        return text.toString().strip();
    }
}
