package landspout.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files as browsers send it: {@code multipart/form-data} (RFC 7578). */
final class MultipartForm {

    private final String boundary = "landspout-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    void field(String name, String value) {
        part("name=\"" + quoted(name) + "\"\r\n", value.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, String filename, String contentType, byte[] octets) {
        part(
                "name=\"" + quoted(name) + "\"; filename=\"" + quoted(filename) + "\"\r\nContent-Type: " + contentType
                        + "\r\n",
                octets);
    }

    /** The whole body; nothing can be added afterwards. */
    byte[] end() {
        append("--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    private void part(String head, byte[] octets) {
        append("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n");
        body.writeBytes(octets);
        append("\r\n");
    }

    private void append(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As browsers do it (WHATWG HTML, multipart/form-data encoding algorithm). */
    private static String quoted(String text) {
        return text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
