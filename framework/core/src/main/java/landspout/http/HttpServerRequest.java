package landspout.http;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, read and parsed: Tornado's {@code HTTPServerRequest}.
 *
 * <p>Everything here comes from the request's own octets, so that every host agrees. What a handler usually wants is
 * shorter through its own methods, such as {@code getArgument}.
 *
 * <p>In a Servlet container: {@link #uri()} and {@link #fullUrl()} hold the mount point, {@link #path()} does not.
 */
public final class HttpServerRequest {

    private static final byte[] EMPTY = {};

    private final HttpExchange exchange;
    private final BodyLimits limits;
    private final int maxCookies;
    private final long started = System.nanoTime();
    private @Nullable RequestBody body;
    private @Nullable Arguments queryArguments;
    private @Nullable Arguments arguments;
    private @Nullable Map<String, String> cookies;

    /** For the web layer, which makes one for each exchange. */
    public HttpServerRequest(HttpExchange exchange, BodyLimits limits, int maxCookies) {
        this.exchange = exchange;
        this.limits = limits;
        this.maxCookies = maxCookies;
    }

    /** The exchange behind this request. */
    public HttpExchange exchange() {
        return exchange;
    }

    /** The method, such as {@code GET}, as it came. */
    public String method() {
        return exchange.method();
    }

    /** The target as it came: path and query, undecoded, with the mount point. */
    public String uri() {
        return exchange.uri();
    }

    /** The path below the mount point, undecoded. */
    public String path() {
        return exchange.path();
    }

    /** The query without its question mark, undecoded; empty without one. */
    public String query() {
        String uri = uri();
        int mark = uri.indexOf('?');
        return mark < 0 ? "" : uri.substring(mark + 1);
    }

    /** Where the application is mounted; empty at the root. */
    public String rootPath() {
        return exchange.rootPath();
    }

    /** {@code HTTP/1.1} and its like. */
    public String version() {
        return exchange.version();
    }

    /** The header fields. */
    public HttpHeaders headers() {
        return exchange.headers();
    }

    /** {@code http} or {@code https}, as the connection is. */
    public String protocol() {
        return exchange.connection().protocol();
    }

    /** The client's address. */
    public String remoteIp() {
        return exchange.connection().remoteIp();
    }

    /** What else the host knows: principal, certificates, attributes, and its own request object. */
    public Connection connection() {
        return exchange.connection();
    }

    /** The host that was asked for, with its port where one was given. */
    public String host() {
        String host = headers().get("Host", "");
        return host.isEmpty() ? exchange.connection().serverName() : host;
    }

    /** The host that was asked for, without a port, in lower case. */
    public String hostName() {
        String host = host();
        int colon = host.lastIndexOf(':');
        boolean port =
                colon > 0 && (colon + 1 == host.length() || HeaderSyntax.parseLength(host.substring(colon + 1)) >= 0);
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    /** The whole address that was asked for. */
    public String fullUrl() {
        return protocol() + "://" + host() + uri();
    }

    /** Seconds since the request's head was read. */
    public double requestTime() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** The body's octets; empty without one. An upload past the threshold is read back from disk: see {@link #bodyStream}. */
    public byte[] body() {
        return body == null ? EMPTY : body.bytes();
    }

    /** The body as a stream, wherever it is kept. */
    public InputStream bodyStream() {
        return body == null ? InputStream.nullInputStream() : body.stream();
    }

    /** The arguments of the query. */
    public Arguments queryArguments() {
        if (queryArguments == null) {
            queryArguments = Arguments.parseQuery(query(), limits.maxFields());
        }
        return queryArguments;
    }

    /** The arguments of the body: of a urlencoded form, or the plain fields of a multipart one. */
    public Arguments bodyArguments() {
        return body == null ? Arguments.EMPTY : body.arguments();
    }

    /** The arguments of query and body; where both have a name, the query's values come first. */
    public Arguments arguments() {
        if (arguments == null) {
            arguments = queryArguments().plus(bodyArguments());
        }
        return arguments;
    }

    /** The files of a multipart form by field name. They are gone when the request has ended. */
    public Map<String, List<HttpFile>> files() {
        return body == null ? Map.of() : body.files();
    }

    /** The cookies by name. Whatever the client sent, this does not fail: pieces that are no cookies are left out. */
    public Map<String, String> cookies() {
        if (cookies == null) {
            List<String> lines = headers().getList("Cookie");
            // HTTP/2 may send one field for each cookie (RFC 9113, 8.2.3).
            cookies =
                    lines.isEmpty() ? new LinkedHashMap<>() : CookieParser.parse(String.join("; ", lines), maxCookies);
        }
        return cookies;
    }

    /** For the web layer: hands over the body once it has arrived. */
    public void received(RequestBody received) {
        body = received;
    }
}
