package landspout.templates;

import java.util.Map;
import landspout.web.RequestHandler;

/** {@code reverse_url("story", 42)}: the path of a named route. */
final class ReverseUrl extends HandlerFunction {

    @Override
    Object call(RequestHandler handler, Map<String, Object> arguments) {
        if (!(arguments.get("0") instanceof String route)) {
            throw new IllegalArgumentException("reverse_url() begins with the name of a route");
        }
        Object[] groups = new Object[arguments.size() - 1];
        for (int i = 0; i < groups.length; i++) {
            Object group = arguments.get(Integer.toString(i + 1));
            if (group == null) {
                throw new IllegalArgumentException("reverse_url() takes positional arguments that are not null");
            }
            groups[i] = group;
        }
        return handler.reverseUrl(route, groups);
    }
}
