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
 * <p>{@code {0}} stands for what the first group matched; the request's query is added to the address.
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
        StringBuilder extended = new StringBuilder(target);
        char separator = target.indexOf('?') < 0 ? '?' : '&';
        for (String name : query.names()) {
            for (byte[] value : query.values(name)) {
                extended.append(separator)
                        .append(Escape.urlEscape(name))
                        .append('=')
                        .append(Escape.urlEscape(ArgumentText.of(value, name, Strip.NO)));
                separator = '&';
            }
        }
        return extended.toString();
    }
}
