package landspout.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders templates; Tornado's template {@code Loader}. */
public interface TemplateEngine {

    /**
     * The text of a template with these variables, escaped for HTML unless the template says otherwise.
     *
     * @param name its name below the engine's directory, such as {@code page.html}
     * @param variables by name; a value may be null, so that a template can ask for it
     * @throws RuntimeException if there is no such template, or it fails; the request is then answered with 500
     */
    String render(String name, Map<String, @Nullable Object> variables);
}
