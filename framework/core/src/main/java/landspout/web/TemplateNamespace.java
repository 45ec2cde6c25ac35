package landspout.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every template has beside its own variables; Tornado's {@code get_template_namespace}: {@code handler}, {@code
 * request} and {@code current_user}, which is null for nobody. Functions such as {@code static_url} are the engine's, which
 * asks the handler.
 */
final class TemplateNamespace {

    private final RequestHandler handler;

    TemplateNamespace(RequestHandler handler) {
        this.handler = handler;
    }

    Map<String, @Nullable Object> with(Map<String, ?> variables) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("handler", handler);
        all.put("request", handler.request());
        all.put("current_user", handler.currentUser().orElse(null));
        all.putAll(variables);
        return all;
    }
}
