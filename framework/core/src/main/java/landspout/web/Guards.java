package landspout.web;

import java.nio.charset.StandardCharsets;
import landspout.escape.Escape;
import landspout.http.HttpServerRequest;

/** What stands before a handler's method: Tornado's decorators {@code authenticated}, {@code addslash}, {@code removeslash}. */
final class Guards {

    private Guards() {}

    /** Whether the method may run; otherwise the request has been answered. */
    static boolean pass(RequestHandler handler, HandlerMethod method) {
        return (!method.addSlash() || addSlash(handler))
                && (!method.removeSlash() || removeSlash(handler))
                && (!method.authenticated() || authenticated(handler));
    }

    private static boolean addSlash(RequestHandler handler) {
        String path = handler.request().path();
        return path.endsWith("/") || redirect(handler, path + "/");
    }

    private static boolean removeSlash(RequestHandler handler) {
        String path = handler.request().path();
        if (!path.endsWith("/")) {
            return true;
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        boolean nothingLeft = end == 0 && isSafe(handler.request());
        return nothingLeft || redirect(handler, path.substring(0, end));
    }

    private static boolean redirect(RequestHandler handler, String path) {
        HttpServerRequest request = handler.request();
        if (!isSafe(request)) {
            throw new HttpError(404);
        }
        handler.redirect(address(handler, path), true);
        return false;
    }

    /** Of a path of this application, with the request's query. */
    private static String address(RequestHandler handler, String path) {
        String query = handler.request().query();
        String octets = LocalPath.of(path) + (query.isEmpty() ? "" : "?" + query);
        return handler.rootPath() + new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean authenticated(RequestHandler handler) {
        if (handler.isSignedIn()) {
            return true;
        }
        HttpServerRequest request = handler.request();
        if (!isSafe(request)) {
            throw new HttpError(403);
        }
        String url = handler.getLoginUrl();
        if (url.indexOf('?') < 0) {
            String next = isAbsolute(url) ? request.fullUrl() : address(handler, request.path());
            url += "?next=" + Escape.urlEscape(next);
        }
        handler.redirect(url);
        return false;
    }

    private static boolean isAbsolute(String url) {
        int colon = url.indexOf(':');
        int slash = url.indexOf('/');
        return colon > 0 && (slash < 0 || colon < slash);
    }

    private static boolean isSafe(HttpServerRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }
}
