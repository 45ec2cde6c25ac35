package landspout.templates;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import java.util.Map;

/** The functions that Tornado puts into the namespace of every template. */
final class HandlerFunctions extends AbstractExtension {

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of(
                "reverse_url", new ReverseUrl(),
                "static_url", new StaticUrl(),
                "xsrf_form_html", new XsrfFormHtml());
    }
}
