package landspout.testing;

import java.util.Map;
import landspout.web.Application;

/**
 * Runs an application in memory, for its users' own tests; the job of Tornado's {@code AsyncHTTPTestCase}.
 *
 * <pre>{@code
 * TestClient client = TestClient.of(app);
 * assertEquals("Hello, world", client.get("/").text());
 * assertEquals(302, client.request("POST", "/login").form(Map.of("name", "ann")).send().status());
 * }</pre>
 *
 * <p>The application answers as it does behind any host that has no event loop: what waits is 501. It keeps no cookies;
 * a test sends those that it wants.
 */
public final class TestClient implements AutoCloseable {

    private final Application application;
    private final String rootPath;

    private TestClient(Application application, String rootPath) {
        this.application = application;
        this.rootPath = rootPath;
    }

    /** A client of an application at the root, which is started if it is not yet. */
    public static TestClient of(Application application) {
        application.start();
        return new TestClient(application, "");
    }

    /** The same application below a mount point, such as {@code /shop}; requests name the path below it. */
    public TestClient mountedAt(String path) {
        return new TestClient(application, path);
    }

    /** Sends GET. */
    public TestResponse get(String uri) {
        return request("GET", uri).send();
    }

    /** Sends a urlencoded form with POST. */
    public TestResponse post(String uri, Map<String, String> form) {
        return request("POST", uri).form(form).send();
    }

    /** Begins a request. */
    public TestRequest request(String method, String uri) {
        return new TestRequest(this, method, uri);
    }

    /** Stops the application. */
    @Override
    public void close() {
        application.stop();
    }

    String rootPath() {
        return rootPath;
    }

    TestResponse send(MemoryExchange exchange) {
        application.handle(exchange);
        return exchange.response();
    }
}
