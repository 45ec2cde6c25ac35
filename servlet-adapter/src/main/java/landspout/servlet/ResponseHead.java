package landspout.servlet;

import jakarta.servlet.http.HttpServletResponse;
import landspout.http.HeaderMap;
import landspout.http.HeaderSyntax;

/** Puts a response's status and header fields into the container's hands. */
final class ResponseHead {

    private ResponseHead() {}

    static void write(HttpServletResponse response, int status, HeaderMap headers) {
        response.setStatus(status);
        boolean typed = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            String value = headers.valueAt(i);
            if (name.equalsIgnoreCase("Content-Type")) {
                response.setContentType(value);
                typed = true;
            } else if (name.equalsIgnoreCase("Content-Length")) {
                response.setContentLengthLong(HeaderSyntax.parseLength(value));
            } else if (isFirst(headers, i) && !name.equalsIgnoreCase("Set-Cookie")) {
                response.setHeader(name, value);
            } else {
                // A filter or the container's session may have set a cookie of its own, which stays.
                response.addHeader(name, value);
            }
        }
        if (!typed && response.getContentType() != null) {
            response.setContentType(null);
        }
        if (status == 205) {
            // RFC 9110, 15.3.6: no content; without a length of 0 GlassFish lets the client wait for one.
            response.setContentLengthLong(0);
        }
    }

    private static boolean isFirst(HeaderMap headers, int index) {
        String name = headers.nameAt(index);
        for (int i = 0; i < index; i++) {
            if (headers.nameAt(i).equalsIgnoreCase(name)) {
                return false;
            }
        }
        return true;
    }
}
