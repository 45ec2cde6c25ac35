package landspout.web;

import java.util.HashMap;
import java.util.Map;

/**
 * What every template has beside its own variables; Tornado's {@code get_template_namespace}: {@code handler}, {@code
 * request}, {@code current_user} and {@code xsrf_form_html}.
 */
final class TemplateNamespace {

    private final RequestHandler handler;

    TemplateNamespace(RequestHandler handler) {
        this.handler = handler;
    }

    Map<String, Object> with(Map<String, ?> variables) {
        Map<String, Object> all = new HashMap<>();
        all.put("handler", handler);
        all.put("request", handler.request());
        handler.currentUser().ifPresent(user -> all.put("current_user", user));
        all.putAll(variables);
        return all;
    }
}
