package landspout.web;

import landspout.http.HttpExchange;

/**
 * What a request's head must be before it is routed, the same behind every host: some containers refuse such requests
 * themselves, some clean them, some hand them on.
 */
final class PathRules {

    private PathRules() {}

    /** Whether the request may be routed; otherwise it is answered with 400. */
    static boolean accept(HttpExchange exchange) {
        return acceptPath(exchange.path()) && acceptHost(exchange);
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
            if (c <= 0x20 || c == 0x7f || c > 0xff) {
                return false;
            }
            plain &= c != '%' && c != '.' && c < 0x80;
        }
        return plain || acceptDecoded(path);
    }

    private static boolean acceptDecoded(String path) {
        Utf8Check utf8 = new Utf8Check();
        int depth = 0;
        int dots = 0;
        boolean onlyDots = true;
        for (int i = 1; i < path.length(); i++) {
            int octet = octet(path, i);
            if (path.charAt(i) == '%' && octet >= 0) {
                i += 2;
            } else {
                octet = path.charAt(i);
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

    private static int octet(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(percent + 1), 16);
        int low = Character.digit(path.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** One Host, and a well-formed one: GlassFish and Liberty take two, and a user or a path within it. */
    private static boolean acceptHost(HttpExchange exchange) {
        String host = exchange.headers().get("Host", "");
        if (host.isEmpty()) {
            return !exchange.version().equals("HTTP/1.1") || exchange.headers().contains("Host");
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean fits = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "-._~!$&'()*+;=%:[]".indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
