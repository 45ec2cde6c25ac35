package landspout.template;

import java.util.Map;

/** Renders templates; Tornado's template {@code Loader}. */
public interface TemplateEngine {

    /**
     * The text of a template with these variables, escaped for HTML unless the template says otherwise.
     *
     * @param name its name below the engine's directory, such as {@code page.html}
     * @throws RuntimeException if there is no such template, or it fails; the request is then answered with 500
     */
    String render(String name, Map<String, Object> variables);
}
