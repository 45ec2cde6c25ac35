package landspout.web;

import java.util.List;
import java.util.Optional;
import landspout.escape.Escape;
import landspout.http.Arguments;
import landspout.http.HeaderSyntax;

/**
 * Redirects GET to another address; Tornado's {@code RedirectHandler}.
 *
 * <pre>{@code
 * route("/photos/([0-9]+)", () -> new RedirectHandler("/pictures/{0}"))
 * }</pre>
 *
 * <p>{@code {0}} stands for what the first group matched; the request's query is added to the address, in front of a
 * fragment. An address that is a path stays on this host, whatever the groups matched.
 */
public final class RedirectHandler extends RequestHandler {

    private final String url;
    private final boolean permanent;

    /** Permanently, with 301. */
    public RedirectHandler(String url) {
        this(url, true);
    }

    /** With 301 when permanent, else with 302. */
    public RedirectHandler(String url, boolean permanent) {
        this.url = url;
        this.permanent = permanent;
    }

    @Override
    protected void get() {
        boolean local = url.startsWith("/") && !url.startsWith("//");
        String target = withGroups();
        redirect(withQuery(local ? LocalPath.of(target) : target), permanent);
    }

    private String withGroups() {
        List<Optional<String>> groups = pathArguments().positional();
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            int close = url.charAt(i) == '{' ? url.indexOf('}', i) : -1;
            long group = close < 0 ? -1 : HeaderSyntax.parseLength(url.substring(i + 1, close));
            if (group >= 0) {
                filled.append(groups.get(Math.toIntExact(group)).orElse(""));
                i = close;
            } else {
                filled.append(url.charAt(i));
            }
        }
        return filled.toString();
    }

    private String withQuery(String target) {
        Arguments query = request().queryArguments();
        if (query.isEmpty()) {
            return target;
        }
        int hash = target.indexOf('#');
        int end = hash < 0 ? target.length() : hash;
        StringBuilder extended = new StringBuilder(target.length() + 32).append(target, 0, end);
        char separator = target.lastIndexOf('?', end - 1) < 0 ? '?' : '&';
        for (String name : query.names()) {
            for (byte[] value : query.values(name)) {
                extended.append(separator)
                        .append(Escape.urlEscape(name))
                        .append('=')
                        .append(Escape.urlEscape(value));
                separator = '&';
            }
        }
        return extended.append(target, end, target.length()).toString();
    }
}
