package landspout.web;

import landspout.http.HeaderSyntax;
import landspout.http.HexDigit;
import landspout.http.HttpExchange;

/**
 * What a request's head must be before it is routed, the same behind every host: some containers refuse such requests
 * themselves, some clean them, some hand them on.
 */
final class PathRules {

    private PathRules() {}

    /** Whether the request may be routed; otherwise it is answered with 400. */
    static boolean accept(HttpExchange exchange) {
        return acceptPath(exchange.path()) && acceptQuery(exchange.uri()) && acceptHost(exchange);
    }

    /**
     * Refuses NUL, CR, LF and other controls, octets that are not UTF-8, and segments that lead out of the root;
     * {@code %2F}, {@code //} and {@code ;} pass as they came.
     */
    static boolean acceptPath(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        boolean plain = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (!isVisibleOctet(c)) {
                return false;
            }
            plain &= c != '%' && c != '.' && c < 0x80;
        }
        return plain || acceptDecoded(path);
    }

    /** A query may come back in a redirect: it is octets on one line too. */
    private static boolean acceptQuery(String uri) {
        int mark = uri.indexOf('?');
        for (int i = mark + 1; mark >= 0 && i < uri.length(); i++) {
            if (!isVisibleOctet(uri.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisibleOctet(char c) {
        return c > 0x20 && c != 0x7f && c <= 0xff;
    }

    private static boolean acceptDecoded(String path) {
        Utf8Check utf8 = new Utf8Check();
        int depth = 0;
        int dots = 0;
        boolean onlyDots = true;
        for (int i = 1; i < path.length(); i++) {
            int octet = path.charAt(i);
            int escaped = octet == '%' ? HexDigit.escapedOctet(path, i) : -1;
            if (escaped >= 0) {
                octet = escaped;
                i += 2;
            }
            if (octet == 0 || octet == '\r' || octet == '\n' || !utf8.accept(octet)) {
                return false;
            }
            if (octet == '/') {
                depth += onlyDots && dots == 2 ? -1 : onlyDots && dots <= 1 ? 0 : 1;
                if (depth < 0) {
                    return false;
                }
                dots = 0;
                onlyDots = true;
            } else if (octet == '.') {
                dots++;
            } else {
                onlyDots = false;
            }
        }
        return utf8.isComplete() && !(onlyDots && dots == 2 && depth == 0);
    }

    /** One Host, and a well-formed one: GlassFish and Liberty take two, and a user or a path within it. */
    private static boolean acceptHost(HttpExchange exchange) {
        String host = exchange.headers().get("Host", "");
        if (host.isEmpty()) {
            return !exchange.version().equals("HTTP/1.1") || exchange.headers().contains("Host");
        }
        boolean address = host.charAt(0) == '[';
        int end = address ? host.indexOf(']') : host.indexOf(':');
        if (end < 0) {
            return !address && isName(host, 0, host.length(), "");
        }
        return address
                ? end > 1 && isName(host, 1, end, ":") && isPort(host, end + 1)
                : end > 0 && isName(host, 0, end, "") && isPort(host, end);
    }

    private static boolean isName(String host, int start, int end, String more) {
        for (int i = start; i < end; i++) {
            char c = host.charAt(i);
            boolean fits = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "-._~!$&'()*+;=%".indexOf(c) >= 0
                    || more.indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Nothing, or a colon and digits, which may be missing (RFC 3986, 3.2.3). */
    private static boolean isPort(String host, int colon) {
        if (colon == host.length()) {
            return true;
        }
        return host.charAt(colon) == ':'
                && (colon + 1 == host.length() || HeaderSyntax.parseLength(host.substring(colon + 1)) >= 0);
    }
}
