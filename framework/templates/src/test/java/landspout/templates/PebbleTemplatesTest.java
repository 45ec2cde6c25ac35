package landspout.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import landspout.template.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates as application authors write them. */
class PebbleTemplatesTest {

    private static final TemplateEngine PACKAGED =
            PebbleTemplates.classPath(PebbleTemplatesTest.class, "landspout/templates/pages");

    @TempDir
    Path directory;

    private String render(String template, Map<String, @Nullable Object> variables) throws IOException {
        Files.writeString(directory.resolve("page.html"), template);
        return PebbleTemplates.directory(directory).render("page.html", variables);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            {{ v }}                           -> &lt;b&gt; &amp; &quot;&#39; café ☃
            {{ v | raw }}                     -> <b> & "' café ☃
            {{ v | upper }}                   -> &lt;B&gt; &amp; &quot;&#39; CAFÉ ☃
            {{ v | length }}                  -> 15
            a{# not shown #}b                 -> ab
            {{ "<i>" }}                       -> <i>
            {{ "<i>" ~ v }}                   -> &lt;i&gt;&lt;b&gt; &amp; &quot;&#39; café ☃
            {% if none is null %}n{% endif %} -> n
            [{{ none }}]                      -> []
            """)
    void escapesForHtmlUnlessToldOtherwise(String template, String text) throws IOException {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("v", "<b> & \"' café ☃");
        variables.put("none", null);

        assertThat(render(template, variables)).isEqualTo(text);
    }

    @Test
    void leavesLineEndsAlone() throws IOException {
        String template = "{% for i in items %}\n{{ i }}\n{% endfor %}\n{# c #}\n{{ items | length }}\n";

        assertThat(render(template, Map.of("items", List.of("a", "b")))).isEqualTo("\na\n\nb\n\n\n2\n");
    }

    @Test
    void joinsTemplatesByNamesFromTheTopAndFromTheirUser() {
        assertThat(PACKAGED.render("mail/letter.html", Map.of("name", "Ann & Bob")))
                .isEqualTo("<title>base</title>\n<main>Dear Ann &amp; Bob, Ann &amp; Bob!</main>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ missing }}", "{{ name.missing }}", "{% if missing %}{% endif %}", "{{ missing | raw }}"})
    void anUnknownVariableIsAnError(String template) {
        assertThatThrownBy(() -> render(template, Map.of("name", "n"))).hasStackTraceContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "//host/share",
                "../secret.html",
                "sub/../../secret.html",
                "sub/../page.html",
                "./page.html",
                "..",
                ".",
                "sub//page.html",
                "page.html/",
                "..\\secret.html",
                "sub\\page.html",
                "C:secret.html",
                "page.html\0",
                "page.html\n"
            })
    void namesDoNotLeaveTheDirectory(String name) throws IOException {
        Path inside = directory.resolve("inside");
        Files.createDirectories(inside.resolve("sub"));
        Files.writeString(directory.resolve("secret.html"), "secret");
        Files.writeString(inside.resolve("page.html"), "page");
        TemplateEngine templates = PebbleTemplates.directory(inside);

        assertThatThrownBy(() -> templates.render(name, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name of a template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.html", "./../secret.html", "sub/../../secret.html", "..\\\\secret.html"})
    void norDoNamesInsideTemplates(String name) throws IOException {
        Path inside = Files.createDirectories(directory.resolve("inside"));
        Files.writeString(directory.resolve("secret.html"), "secret");
        Files.writeString(inside.resolve("page.html"), "{% include \"" + name + "\" %}");
        Files.writeString(inside.resolve("chosen.html"), "{% include name %}");
        TemplateEngine templates = PebbleTemplates.directory(inside);

        assertThatThrownBy(() -> templates.render("page.html", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> templates.render("chosen.html", Map.of("name", name)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.html", "mail", "mail/none.html"})
    void anUnknownTemplateIsAnError(String name) throws IOException {
        Files.createDirectories(directory.resolve("mail"));

        assertThatThrownBy(() -> PebbleTemplates.directory(directory).render(name, Map.of()))
                .hasMessageContaining("there is no template " + name + " in " + directory);
    }

    @Test
    void anUnknownTemplateNamesTheDirectoryOfTheClassPath() {
        assertThatThrownBy(() -> PACKAGED.render("none.html", Map.of()))
                .hasMessageContaining(
                        "there is no template none.html in /landspout/templates/pages/ in the class path of "
                                + PebbleTemplatesTest.class.getName());
    }

    @Test
    void aDirectoryIsNoTemplate() {
        assertThatThrownBy(() -> PACKAGED.render("mail", Map.of())).hasMessageContaining("there is no template mail");
    }

    @Test
    void whatIsNotUtf8IsAnError() throws IOException {
        Files.write(directory.resolve("page.html"), new byte[] {'a', (byte) 0xE9});

        assertThatThrownBy(() -> PebbleTemplates.directory(directory).render("page.html", Map.of()))
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void aDirectoryThatIsNoneIsRefusedAtOnce() {
        assertThatThrownBy(() -> PebbleTemplates.directory(directory.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no directory of templates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"landspout/templates/pagse", "/landspout/templates/pagse/", "pages", "landspout/templates/page"})
    void aDirectoryThatIsNotOnTheClassPathIsRefusedAtOnce(String name) {
        assertThatThrownBy(() -> PebbleTemplates.classPath(PebbleTemplatesTest.class, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no directory of templates")
                .hasMessageContaining(name)
                .hasMessageContaining("src/main/resources/templates");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJarNeedsNoEntryForTheDirectory(boolean entry) throws Exception {
        String anchor = "landspout/templates/TemplateName.class";
        Path file = directory.resolve("app.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var octets = PebbleTemplates.class.getResourceAsStream("/" + anchor)) {
            jar.putNextEntry(new JarEntry(anchor));
            jar.write(octets.readAllBytes());
            if (entry) {
                jar.putNextEntry(new JarEntry("pages/"));
            }
            jar.putNextEntry(new JarEntry("pages/mail/hello.html"));
            jar.write("Hello {{ name }}".getBytes(StandardCharsets.UTF_8));
        }
        try (var loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> inside = loader.loadClass("landspout.templates.TemplateName");
            assertThat(PebbleTemplates.classPath(inside, "pages").render("mail/hello.html", Map.of("name", "Ann")))
                    .isEqualTo("Hello Ann");
            assertThatThrownBy(() -> PebbleTemplates.classPath(inside, "page"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsEachTemplateOnceUnlessToldOtherwise() throws IOException {
        Path page = directory.resolve("page.html");
        Files.writeString(page, "first");
        PebbleTemplates cached = PebbleTemplates.directory(directory);
        TemplateEngine fresh = cached.withoutCache();
        assertThat(cached.render("page.html", Map.of())).isEqualTo("first");
        assertThat(fresh.render("page.html", Map.of())).isEqualTo("first");

        Files.writeString(page, "second");

        assertThat(cached.render("page.html", Map.of())).isEqualTo("first");
        assertThat(fresh.render("page.html", Map.of())).isEqualTo("second");
    }

    @Test
    void manyThreadsRenderOneTemplate() throws Exception {
        int threads = 16;
        CyclicBarrier together = new CyclicBarrier(threads);
        TemplateEngine templates = PebbleTemplates.classPath(PebbleTemplatesTest.class, "/landspout/templates/pages/");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String name = "thread " + i;
                work.add(() -> {
                    together.await();
                    List<String> texts = new ArrayList<>();
                    for (int round = 0; round < 50; round++) {
                        texts.add(templates.render("mail/letter.html", Map.of("name", name)));
                    }
                    return texts;
                });
            }
            List<Future<List<String>>> results = pool.invokeAll(work);
            for (int i = 0; i < threads; i++) {
                String name = "thread " + i;
                String text = "<title>base</title>\n<main>Dear " + name + ", " + name + "!</main>\n";
                assertThat(results.get(i).get()).isEqualTo(Collections.nCopies(50, text));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void functionsOfHandlersNeedAHandler() {
        assertThatThrownBy(() -> render("{{ xsrf_form_html() }}", Map.of("handler", "somebody else")))
                .hasMessageContaining("needs the handler");
    }
}
