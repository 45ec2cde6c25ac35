package landspout.templates;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.cache.tag.NoOpTagCache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import landspout.template.TemplateEngine;
import org.jspecify.annotations.Nullable;

/**
 * Templates in Pebble's syntax, which is that of Twig and Jinja.
 *
 * <pre>{@code
 * Application app = Application.builder(route("/", MainHandler::new))
 *         .set(Settings.TEMPLATE_ENGINE, PebbleTemplates.classPath(Main.class, "templates"))
 *         .build();
 * }</pre>
 *
 * <p>What a template prints is escaped for HTML unless it is marked {@code raw}; a variable that is not there is an
 * error; line ends stay where they are. Besides its variables a template has {@code handler}, {@code request}, {@code
 * current_user} (null for nobody), and these functions, as in Tornado:
 *
 * <pre>{@code
 * <form action="{{ reverse_url("story", 42) }}">{{ xsrf_form_html() }}</form>
 * <img src="{{ static_url("logo.png") }}">
 * }</pre>
 *
 * <p>A template is named by its path below the directory, such as {@code mail/welcome.html}; in {@code extends} and
 * {@code include} a name may also begin with {@code ./} or {@code ../}, from the template that uses it. Templates are
 * UTF-8, and each is read once. Any number of threads may render at once.
 */
public final class PebbleTemplates implements TemplateEngine {

    private final TemplateSource source;
    private final PebbleEngine engine;

    private PebbleTemplates(TemplateSource source, boolean cached) {
        this.source = source;
        engine = new PebbleEngine.Builder()
                .loader(new TemplateLoader(source))
                .extension(new HandlerFunctions())
                .autoEscaping(true)
                .strictVariables(true)
                .newLineTrimming(false)
                .defaultLocale(Locale.ROOT)
                .cacheActive(cached)
                // The cache behind the cache tag grows with its keys, which are the template's to choose.
                .tagCache(new NoOpTagCache())
                .build();
    }

    /**
     * Templates in a directory of the file system.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PebbleTemplates directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("no directory of templates: " + directory);
        }
        return new PebbleTemplates(new TemplateDirectory(directory.toAbsolutePath()), true);
    }

    /**
     * Templates on the class path, so that an application brings them along in its jar or WAR.
     *
     * @param anchor a class of the application, whose loader finds them
     * @param directory its path from the root of the class path, such as {@code templates} or {@code
     *     com/example/templates}
     * @throws IllegalArgumentException if there is none
     */
    public static PebbleTemplates classPath(Class<?> anchor, String directory) {
        return new PebbleTemplates(ClassPathTemplates.find(anchor, directory), true);
    }

    /** The same templates, read anew each time: for development. */
    public PebbleTemplates withoutCache() {
        return new PebbleTemplates(source, false);
    }

    @Override
    public String render(String name, Map<String, @Nullable Object> variables) {
        StringWriter text = new StringWriter();
        try {
            engine.getTemplate(name).evaluate(text, variables);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
