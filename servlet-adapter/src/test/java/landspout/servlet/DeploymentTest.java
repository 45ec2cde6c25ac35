package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import landspout.http.Feature;
import landspout.web.Application;
import landspout.web.RequestHandler;
import landspout.web.StreamRequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From deployment to undeployment. */
class DeploymentTest {

    static final List<String> LIFE = new ArrayList<>();

    /** What a WAR's class may look like. */
    public static final class Hello implements ApplicationSupplier {
        @Override
        public Application get() {
            return Application.of(route("/", () -> Handlers.writes("hello")));
        }
    }

    /** The same without any of our types. */
    public static final class PlainSupplier implements Supplier<Application> {
        @Override
        public Application get() {
            return Application.of(route("/", () -> Handlers.writes("plain")));
        }
    }

    /** Cannot be made. */
    public static final class Broken implements ApplicationSupplier {
        public Broken() {
            throw new IllegalStateException("no such database");
        }

        @Override
        public Application get() {
            throw new AssertionError();
        }
    }

    /** Has something that no container can do. */
    public static final class Incomplete implements ApplicationSupplier {
        @Override
        public Application get() {
            return Application.of(route("/upload", Upload::new));
        }
    }

    /** Names the wrong thing. */
    public static final class NoApplication implements Supplier<String> {
        @Override
        public String get() {
            return "text";
        }
    }

    @StreamRequestBody
    private static final class Upload extends RequestHandler {}

    private static void deploy(ServletContext context, String... parameters) {
        deploy(context, new ServletAdapter(), parameters);
    }

    private static void deploy(ServletContext context, ServletAdapter adapter, String... parameters) {
        var servlet = context.addServlet("adapter", adapter);
        servlet.addMapping("/*");
        servlet.setLoadOnStartup(1);
        for (int i = 0; i < parameters.length; i += 2) {
            servlet.setInitParameter(parameters[i], parameters[i + 1]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsTheApplicationThatAnInitParameterNames(TestContainer container) throws Exception {
        try (var running =
                container.start("", context -> deploy(context, "landspout.application", Hello.class.getName()))) {
            assertThat(running.get("/").body()).isEqualTo("hello");
        }
        try (var running = container.start(
                "", context -> deploy(context, "landspout.application", " " + PlainSupplier.class.getName() + "\n"))) {
            assertThat(running.get("/").body()).isEqualTo("plain");
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsAndStopsTheApplicationWithTheDeployment(TestContainer container) throws Exception {
        LIFE.clear();
        Application application = Application.builder(route("/", () -> Handlers.writes("x")))
                .onStart(() -> LIFE.add("start"))
                .onStop(() -> LIFE.add("stop"))
                .build();
        try (var running = container.start("", context -> deploy(context, new ServletAdapter(application)))) {
            assertThat(LIFE).containsExactly("start");
            assertThat(running.get("/").status()).isEqualTo(200);
        }
        assertThat(LIFE).containsExactly("start", "stop");
        LIFE.clear();
        try (var running = container.start(
                "",
                context -> context.addFilter("filter", new FilterAdapter(application))
                        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*"))) {
            assertThat(running.port()).isPositive();
            assertThat(LIFE).containsExactly("start");
        }
        assertThat(LIFE).containsExactly("start", "stop");
    }

    @ParameterizedTest
    @EnumSource
    void takesSettingsFromTheServletBeforeTheContext(TestContainer container) throws Exception {
        try (var running = container.start("", context -> {
            context.setInitParameter("landspout.application", Settings.class.getName());
            context.setInitParameter("landspout.login_url", "/context");
            context.setInitParameter("landspout.public_root_path", "/context-root");
            context.setInitParameter("unrelated", "ignored");
            deploy(context, "landspout.login_url", "/servlet", "org.example.unrelated", "ignored");
        })) {
            assertThat(running.get("/").body()).isEqualTo("/servlet /context-root");
        }
    }

    /** Shows what has become of its settings. */
    public static final class Settings implements ApplicationSupplier {
        @Override
        public Application get() {
            return Application.of(route(
                    "/",
                    () -> Handlers.any(handler -> handler.write(handler.settings()
                                    .find(landspout.web.Settings.LOGIN_URL)
                                    .orElse("none")
                            + " " + handler.settings().get(landspout.web.Settings.PUBLIC_ROOT_PATH)))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsTheDeploymentWhereTheConfigurationIsWrong(TestContainer container) {
        record Row(String name, String value, String... words) {}
        List<Row> table = List.of(
                new Row("landspout.no_such_setting", "1", "no_such_setting", "Remedy"),
                new Row(
                        "landspout.STRICT",
                        "1",
                        "landspout.STRICT",
                        "landspout.strict",
                        "landspout.application",
                        "Remedy"),
                new Row("landspout.debug", "perhaps", "landspout.debug", "Remedy"),
                new Row("landspout.strict", "1", "landspout.strict", "true or false", "Remedy"),
                new Row("landspout.strict", "yes", "landspout.strict", "true or false", "Remedy"),
                new Row("landspout.strict", "", "landspout.strict", "true or false", "Remedy"),
                new Row("landspout.max_body_size", "-1", "landspout.max_body_size", "Remedy"),
                new Row("landspout.application", Broken.class.getName(), "Broken", "no such database", "Remedy"),
                new Row("landspout.application", "com.example.Missing", "com.example.Missing", "Remedy"),
                new Row("landspout.application", NoApplication.class.getName(), "NoApplication", "Remedy"),
                new Row("org.example", "1", "there is no application to run", "META-INF/services", "Remedy"));
        for (Row row : table) {
            boolean finds = row.name.equals("landspout.application") || row.name.equals("org.example");
            ServletAdapter adapter = finds ? new ServletAdapter() : new ServletAdapter(new Hello().get());
            try (LogCapture tomcat = new LogCapture("org.apache.catalina");
                    LogCapture log = new LogCapture()) {
                assertThatThrownBy(() -> container
                                .start("", context -> deploy(context, adapter, row.name, row.value))
                                .close())
                        .as(row.toString())
                        .isInstanceOfAny(ServletException.class)
                        .satisfies(failure -> assertThat(failure + String.join("", tomcat.thrown()))
                                .contains(row.words));
                assertThat(log.messages(Level.SEVERE))
                        .as(row.toString())
                        .singleElement()
                        .asString()
                        .startsWith("landspout.general: ")
                        .contains(row.words);
            }
        }
    }

    @Test
    void saysWhyWhereTheContainerStartsWithoutTheServlet() throws Exception {
        try (LogCapture log = new LogCapture();
                var running = TestContainer.startForgivingTomcat(context -> deploy(context, "landspout.strict", "1"))) {
            assertThat(running.get("/").status()).isEqualTo(500);
            assertThat(log.messages(Level.SEVERE)).first().asString().contains("not deployed", "Remedy");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAStartHookFails(TestContainer container) {
        Application application = Application.builder()
                .onStart(() -> {
                    throw new IllegalStateException("no such database");
                })
                .build();
        try (LogCapture log = new LogCapture()) {
            assertThatThrownBy(() -> container
                            .start("", context -> deploy(context, new ServletAdapter(application)))
                            .close())
                    .isInstanceOf(Exception.class);
            assertThat(log.messages(Level.SEVERE)).singleElement().asString().contains("does not start");
            assertThat(log.thrown()).first().asString().contains("no such database");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsWhatDoesNotWorkAndRefusesItWhenStrict(TestContainer container) throws Exception {
        Application application = Application.of(route("/", () -> Handlers.writes("x")), route("/upload", Upload::new));
        ServletAdapter adapter = new ServletAdapter(application);
        try (var log = new LogCapture();
                var running = container.start("", context -> deploy(context, adapter))) {
            assertThat(log.messages(Level.WARNING))
                    .singleElement()
                    .asString()
                    .startsWith("landspout.general: routes: 2")
                    .contains("Upload", Feature.STREAM_REQUEST_BODY.description(), "501");
            assertThat(adapter.report().isComplete()).isFalse();
            assertThat(RawHttp.post(running.port(), "/upload", "text/plain", "x")
                            .status())
                    .isEqualTo(501);
        }
        assertThatThrownBy(() ->
                        container.start("", context -> deploy(context, new ServletAdapter(application).strict())))
                .isInstanceOf(ServletException.class);
        assertThatThrownBy(() -> container.start(
                        "", context -> deploy(context, new ServletAdapter(application), "landspout.strict", "true")))
                .isInstanceOf(ServletException.class);
        try (var running =
                container.start("", context -> deploy(context, new ServletAdapter(new Hello().get()).strict()))) {
            assertThat(running.get("/").body()).isEqualTo("hello");
        }
    }

    @Test
    void saysOnceAtInfoThatEverythingWorks() throws Exception {
        try (var log = new LogCapture();
                var running = TestContainer.JETTY.start("", "/*", new ServletAdapter(new Hello().get()))) {
            running.get("/");
            running.get("/");

            assertThat(log.messages(Level.INFO))
                    .filteredOn(line -> line.contains("routes: 1"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deploysTheAnnouncedApplicationByItself(TestContainer container, @TempDir Path directory) throws Exception {
        try (URLClassLoader loader = announcing(directory, Hello.class);
                var running = container.start(
                        "/app", context -> new LandspoutInitializer().onStartup(null, seenFrom(loader, context)))) {
            assertThat(running.get("/app/").body()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesADeploymentAloneThatNamesAnAdapterItself(TestContainer container, @TempDir Path directory)
            throws Exception {
        try (URLClassLoader loader = announcing(directory, Hello.class);
                var running = container.start("", context -> {
                    deploy(context, "landspout.application", PlainSupplier.class.getName());
                    new LandspoutInitializer().onStartup(null, seenFrom(loader, context));
                })) {
            assertThat(running.get("/").body()).isEqualTo("plain");
        }
        try (var running = container.start("", context -> {
            context.addServlet("other", new ServletAdapter(new Hello().get())).addMapping("/hello/*");
            new LandspoutInitializer().onStartup(null, context);
        })) {
            assertThat(running.get("/hello/").body()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void deploysTheApplicationThatTheContextNames(TestContainer container, @TempDir Path directory) throws Exception {
        try (URLClassLoader loader = announcing(directory, Hello.class, Settings.class);
                var running = container.start("", context -> {
                    context.setInitParameter("landspout.application", Settings.class.getName());
                    context.setInitParameter("landspout.login_url", "/context");
                    context.setInitParameter("landspout.public_root_path", "/public");
                    new LandspoutInitializer().onStartup(null, seenFrom(loader, context));
                })) {
            assertThat(running.get("/").body()).isEqualTo("/context /public");
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsStopsAndReportsOnceWhatItDeploysByItself(TestContainer container) throws Exception {
        LIFE.clear();
        try (var log = new LogCapture();
                var running = container.start("", context -> {
                    context.setInitParameter("landspout.application", Living.class.getName());
                    context.setInitParameter("landspout.debug", "true");
                    new LandspoutInitializer().onStartup(null, context);
                })) {
            assertThat(running.get("/").body()).isEqualTo("alive");
            assertThat(log.messages(Level.INFO))
                    .filteredOn(line -> line.contains("routes: 1"))
                    .hasSize(1);
            assertThat(LIFE).containsExactly("start");
        }
        assertThat(LIFE).containsExactly("start", "stop");
    }

    /** Tells when it starts and stops. */
    public static final class Living implements ApplicationSupplier {
        @Override
        public Application get() {
            return Application.builder(route("/", () -> Handlers.writes("alive")))
                    .onStart(() -> LIFE.add("start"))
                    .onStop(() -> LIFE.add("stop"))
                    .build();
        }
    }

    @Test
    void failsTheDeploymentThatItMakesByItselfInEveryContainer(@TempDir Path directory) throws Exception {
        record Row(String name, String value, String word) {}
        List<Row> table = List.of(
                new Row("landspout.application", "com.example.Missing", "com.example.Missing"),
                new Row("landspout.application", NoApplication.class.getName(), "NoApplication"),
                new Row("landspout.application", Broken.class.getName(), "no such database"),
                new Row("landspout.strict", "yes", "landspout.strict"),
                new Row("landspout.no_such_setting", "1", "landspout.no_such_setting"));
        try (URLClassLoader loader = announcing(directory, Hello.class)) {
            for (Row row : table) {
                assertForgivingTomcatRefuses(loader, row.name, row.value, row.word);
            }
        }
        try (URLClassLoader loader = announcing(directory, Incomplete.class)) {
            assertForgivingTomcatRefuses(loader, "landspout.strict", "true", "Upload");
        }
    }

    private static void assertForgivingTomcatRefuses(ClassLoader loader, String name, String value, String word) {
        try (LogCapture tomcat = new LogCapture("org.apache.catalina.core.StandardContext")) {
            assertThatThrownBy(() -> TestContainer.startForgivingTomcat(context -> {
                                context.setInitParameter(name, value);
                                new LandspoutInitializer().onStartup(null, seenFrom(loader, context));
                            })
                            .close())
                    .as(name + "=" + value)
                    .isInstanceOf(ServletException.class);
            assertThat(String.join("", tomcat.thrown())).contains(word);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDoWhereNoApplicationIsAnnounced(TestContainer container) throws Exception {
        try (LogCapture log = new LogCapture();
                var running = container.start("", context -> new LandspoutInitializer().onStartup(null, context))) {
            assertThat(running.get("/").status()).isEqualTo(404);
            assertThat(log.messages(Level.WARNING))
                    .singleElement()
                    .asString()
                    .startsWith("landspout.general: there is no application to run")
                    .contains(
                            "context-param landspout.application",
                            "META-INF/services/landspout.servlet.ApplicationSupplier",
                            "src/main/resources");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToChooseAmongSeveralAnnouncedApplications(TestContainer container, @TempDir Path directory)
            throws Exception {
        try (URLClassLoader loader = announcing(directory, Hello.class, Settings.class);
                LogCapture tomcat = new LogCapture("org.apache.catalina")) {
            assertThatThrownBy(() -> container
                            .start("", context -> new LandspoutInitializer().onStartup(null, seenFrom(loader, context)))
                            .close())
                    .isInstanceOf(ServletException.class)
                    .satisfies(failure -> assertThat(failure + String.join("", tomcat.thrown()))
                            .contains("Hello", "Settings", "context-param landspout.application"));
        }
    }

    private static URLClassLoader announcing(Path directory, Class<?>... suppliers) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        List<String> names = new ArrayList<>();
        for (Class<?> supplier : suppliers) {
            names.add(supplier.getName());
        }
        Files.write(services.resolve(ApplicationSupplier.class.getName()), names);
        return new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    }

    /** The context of a WAR in which the announcement is found. */
    private static ServletContext seenFrom(ClassLoader loader, ServletContext context) {
        return (ServletContext) Proxy.newProxyInstance(
                DeploymentTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getClassLoader") ? loader : method.invoke(context, arguments));
    }
}
