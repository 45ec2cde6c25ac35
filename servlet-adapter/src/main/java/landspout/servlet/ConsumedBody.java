package landspout.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import landspout.http.BodyReceiver;

/**
 * A body that something in front of the adapter has read already: a filter that asks for a parameter of a form leaves
 * an empty stream behind. What the container has made of a form is turned back into octets; anything else is lost, and
 * is said to be.
 *
 * <p>Made once for each adapter, which says so in the log once, not for each request.
 */
final class ConsumedBody {

    private static final System.Logger LOGGER = System.getLogger("landspout.general");

    private final AtomicBoolean restoredSaid = new AtomicBoolean();
    private final AtomicBoolean lostSaid = new AtomicBoolean();

    /** Whether a body that turned out empty was announced as more than that. */
    static boolean suspected(HttpServletRequest request, long declaredLength) {
        return declaredLength > 0 || isForm(request) || isMultipart(request);
    }

    /** Hands over what can be had of the body; a receiver's exception goes through to the caller. */
    void restore(HttpServletRequest request, BodyReceiver receiver) {
        if (isForm(request)) {
            byte[] form = form(request);
            if (form.length > 0) {
                say(restoredSaid, "has read a form before this adapter, which rebuilds it from its parameters");
                receiver.chunk(form, 0, form.length);
                receiver.end();
                return;
            }
        } else if (isMultipart(request)) {
            Collection<Part> parts = parts(request);
            if (!parts.isEmpty()) {
                say(restoredSaid, "has read a multipart form before this adapter, which rebuilds it from its parts");
                ConsumedMultipart.send(request.getContentType(), parts, receiver);
                return;
            }
        }
        if (request.getContentLengthLong() < 0) {
            // A chunked body, which may well be empty.
            receiver.end();
            return;
        }
        say(
                lostSaid,
                "has read a request's body before this adapter and nothing is left of it: such requests are answered"
                        + " with 400. Remedy: put that filter behind the adapter, or let it leave the body alone");
        receiver.failed(new IOException("the body was read by something in front of the adapter"));
    }

    private static byte[] form(HttpServletRequest request) {
        try {
            return ConsumedForm.octets(request);
        } catch (RuntimeException malformed) {
            // Tomcat 11 throws where a parameter cannot be decoded.
            return new byte[0];
        }
    }

    private static Collection<Part> parts(HttpServletRequest request) {
        try {
            Collection<Part> parts = request.getParts();
            return parts == null ? List.of() : parts;
        } catch (IOException | ServletException | RuntimeException unconfigured) {
            // Without a multipart configuration each container throws an exception of its own choice.
            return List.of();
        }
    }

    private static void say(AtomicBoolean said, String what) {
        if (said.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, "a filter or valve in front of the application " + what);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return hasType(request, "application/x-www-form-urlencoded");
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return hasType(request, "multipart/form-data");
    }

    private static boolean hasType(HttpServletRequest request, String type) {
        String declared = request.getContentType();
        return declared != null && declared.trim().toLowerCase(Locale.ROOT).startsWith(type);
    }
}
