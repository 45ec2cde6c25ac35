package landspout.servlet;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import landspout.http.BodyReceiver;

/** A multipart form that is gone from the stream, written anew from the container's parts. */
final class ConsumedMultipart {

    private ConsumedMultipart() {}

    /** Hands over the parts as they stood between their boundaries. */
    static void send(String contentType, Collection<Part> parts, BodyReceiver receiver) {
        String delimiter = "--" + boundary(contentType);
        byte[] buffer = new byte[16 * 1024];
        for (Part part : parts) {
            send(head(part, delimiter), receiver);
            try (InputStream content = part.getInputStream()) {
                for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                    receiver.chunk(buffer, 0, length);
                }
            } catch (IOException unreadable) {
                receiver.failed(unreadable);
                return;
            }
            send("\r\n", receiver);
        }
        send(delimiter + "--\r\n", receiver);
        receiver.end();
    }

    private static String head(Part part, String delimiter) {
        StringBuilder head = new StringBuilder(delimiter).append("\r\n");
        for (String name : part.getHeaderNames()) {
            for (String value : part.getHeaders(name)) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        }
        return head.append("\r\n").toString();
    }

    private static void send(String text, BodyReceiver receiver) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        receiver.chunk(octets, 0, octets.length);
    }

    /** The container has found its parts, so there is a boundary. */
    private static String boundary(String contentType) {
        int start = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        String value = contentType.substring(start + "boundary=".length());
        int end = value.startsWith("\"") ? value.indexOf('"', 1) : value.indexOf(';');
        return value.startsWith("\"") && end > 0
                ? value.substring(1, end)
                : (end < 0 ? value : value.substring(0, end)).trim();
    }
}
