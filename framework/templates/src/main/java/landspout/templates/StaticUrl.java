package landspout.templates;

import java.util.Map;
import landspout.web.RequestHandler;

/** {@code static_url("logo.png")}: the path of a static file, with its version unless that is refused. */
final class StaticUrl extends HandlerFunction {

    private static final String PATH = "path";
    private static final String INCLUDE_VERSION = "include_version";

    StaticUrl() {
        super(PATH, INCLUDE_VERSION);
    }

    @Override
    Object call(RequestHandler handler, Map<String, Object> arguments) {
        if (!(arguments.get(PATH) instanceof String path)) {
            throw new IllegalArgumentException("static_url() begins with the path of a file");
        }
        return handler.staticUrl(path, !Boolean.FALSE.equals(arguments.get(INCLUDE_VERSION)));
    }
}
