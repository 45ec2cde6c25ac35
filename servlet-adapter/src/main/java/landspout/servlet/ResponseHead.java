package landspout.servlet;

import jakarta.servlet.http.HttpServletResponse;
import landspout.http.HeaderMap;
import landspout.http.HeaderSyntax;
import landspout.http.HttpOutputError;

/** Puts a response's status and header fields into the container's hands. */
final class ResponseHead {

    /** RFC 9110, 7.6.1: these belong to the connection, which is the container's. */
    private static final String[] HOP_BY_HOP = {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade"
    };

    private ResponseHead() {}

    /**
     * Checks first, so that a head that cannot be sent leaves no trace in the response.
     *
     * @throws HttpOutputError if the status or a field may not be sent
     */
    static void write(HttpServletResponse response, int status, HeaderMap headers) {
        check(response, status, headers);
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

    private static void check(HttpServletResponse response, int status, HeaderMap headers) {
        if (response.isCommitted()) {
            throw new HttpOutputError("something in front of the application has answered already");
        }
        if (status < 200 || status > 999) {
            // An interim response without a final one leaves the client waiting, in every container.
            throw new HttpOutputError("not the status of a response: " + status);
        }
        for (String name : HOP_BY_HOP) {
            if (headers.contains(name)) {
                throw new HttpOutputError("the header " + name + " belongs to the server, not to the application");
            }
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
