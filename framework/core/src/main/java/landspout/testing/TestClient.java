package landspout.testing;

import java.util.Map;
import landspout.http.HeaderMap;
import landspout.web.Application;
import org.jspecify.annotations.Nullable;

/**
 * Runs an application in memory, for its users' own tests; the job of Tornado's {@code AsyncHTTPTestCase}.
 *
 * <pre>{@code
 * TestClient client = TestClient.of(app);
 * assertEquals("Hello, world", client.get("/").text());
 * assertEquals(302, client.request("POST", "/login").form(Map.of("name", "ann")).send().status());
 * }</pre>
 *
 * <p>The application answers as it does behind any host that has no event loop: what waits is 501.
 *
 * <p>It keeps no cookies unless {@link #withCookies} says so; a test sends those that it wants. One that is signed:
 *
 * <pre>{@code
 * String user = SignedValues.create(app.settings().get(Settings.COOKIE_SECRET), "user", "ann");
 * client.request("GET", "/account").header("Cookie", "user=" + user).send();
 * }</pre>
 *
 * <p>With the setting {@code xsrf_cookies} a form needs the token that its cookie has. A page that shows the form sets
 * the cookie; without such a page any hexadecimal digits will do, as long as both are the same:
 *
 * <pre>{@code
 * TestClient browser = TestClient.of(app).withCookies();
 * browser.get("/login");
 * browser.post("/login", Map.of("name", "ann", "_xsrf", browser.cookie("_xsrf")));
 *
 * client.request("POST", "/login").header("Cookie", "_xsrf=c0ffee").form(Map.of("name", "ann", "_xsrf", "c0ffee")).send();
 * }</pre>
 */
public final class TestClient implements AutoCloseable {

    private final Application application;
    private final String rootPath;
    private final @Nullable CookieJar cookies;

    private TestClient(Application application, String rootPath, @Nullable CookieJar cookies) {
        this.application = application;
        this.rootPath = rootPath;
        this.cookies = cookies;
    }

    /** A client of an application at the root, which is started if it is not yet. */
    public static TestClient of(Application application) {
        application.start();
        return new TestClient(application, "", null);
    }

    /** The same application below a mount point, such as {@code /shop}; requests name the path below it. */
    public TestClient mountedAt(String path) {
        return new TestClient(application, path, cookies);
    }

    /**
     * The same application for a client that keeps cookies, none to begin with, and sends them back as a browser does;
     * their paths and domains are of no account.
     */
    public TestClient withCookies() {
        return new TestClient(application, rootPath, new CookieJar());
    }

    /**
     * The value of a cookie that this client keeps; the empty text when it has none of that name.
     *
     * @throws IllegalStateException if it keeps no cookies
     */
    public String cookie(String name) {
        if (cookies == null) {
            throw new IllegalStateException(
                    "this client keeps no cookies: make it with TestClient.of(app).withCookies()");
        }
        return cookies.value(name);
    }

    /** Sends GET. */
    public TestResponse get(String uri) {
        return request("GET", uri).send();
    }

    /** Sends a urlencoded form with POST. */
    public TestResponse post(String uri, Map<String, String> form) {
        return request("POST", uri).form(form).send();
    }

    /**
     * Begins a request.
     *
     * @param uri path and query, below the mount point
     * @throws IllegalArgumentException if it begins with no slash
     */
    public TestRequest request(String method, String uri) {
        if (!uri.startsWith("/")) {
            throw new IllegalArgumentException(
                    "a request is for a path that begins with a slash: write \"/" + uri + "\"");
        }
        return new TestRequest(this, method, uri);
    }

    /** Stops the application. */
    @Override
    public void close() {
        application.stop();
    }

    TestResponse send(String method, String uri, HeaderMap headers, byte[] body) {
        if (cookies != null && !cookies.header().isEmpty()) {
            String own = headers.get("Cookie", "");
            headers.set("Cookie", own.isEmpty() ? cookies.header() : cookies.header() + "; " + own);
        }
        MemoryExchange exchange = new MemoryExchange(method, rootPath + uri, rootPath, headers, body);
        application.handle(exchange);
        TestResponse response = exchange.response();
        if (cookies != null) {
            cookies.take(response.headers());
        }
        return response;
    }
}
