package landspout.web;

import java.util.List;
import java.util.Optional;
import landspout.escape.Escape;
import landspout.http.Arguments;

/**
 * Redirects GET to another address; Tornado's {@code RedirectHandler}.
 *
 * <pre>{@code
 * route("/photos/([0-9]+)", () -> new RedirectHandler("/pictures/{0}"))
 * }</pre>
 *
 * <p>{@code {0}} stands for what the first group matched; the request's query is added to the address, in front of a
 * fragment.
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
        redirect(withQuery(withGroups()), permanent);
    }

    private String withGroups() {
        String target = url;
        List<Optional<String>> groups = pathArguments().positional();
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < target.length(); i++) {
            int close = target.charAt(i) == '{' ? target.indexOf('}', i) : -1;
            if (close > i + 1 && target.substring(i + 1, close).chars().allMatch(Character::isDigit)) {
                int group = Integer.parseInt(target.substring(i + 1, close));
                filled.append(groups.get(group).orElse(""));
                i = close;
            } else {
                filled.append(target.charAt(i));
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
