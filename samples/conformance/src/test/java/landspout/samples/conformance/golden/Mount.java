package landspout.samples.conformance.golden;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the application is mounted. The cases were recorded at the root; below a prefix the requests carry it, and so does
 * every URL the framework makes itself:
 *
 * <ul>
 *   <li>its own redirects (addslash, removeslash, the directory of static files, the log-in URL given as a path, and
 *       {@code next} in it), see {@link #FRAMEWORK_REDIRECTS};
 *   <li>reverseUrl, staticUrl, the request's uri and full_url, see {@link #bodyKeys};
 *   <li>the default path of cookies.
 * </ul>
 *
 * <p>What a handler or a RedirectHandler was given is sent as it is.
 *
 * @param prefix empty at the root, else such as {@code /api}
 */
record Mount(String prefix) {

    static final Mount ROOT = new Mount("");

    /** The routes whose redirects the framework makes: the log-in, the slash decorators, the static directory. */
    private static final List<String> FRAMEWORK_REDIRECTS = List.of("/auth/", "/slash/", "/files/");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A request for the root as a request below the prefix. */
    String request(String request) {
        int path = request.indexOf(" /");
        return path < 0 ? request : request.substring(0, path + 1) + prefix + request.substring(path + 1);
    }

    /** The answer recorded at the root as it has to be below the prefix. */
    RecordedAnswer expected(String request, RecordedAnswer recorded) {
        if (prefix.isEmpty()) {
            return recorded;
        }
        String path = path(request);
        return recorded.rewritten(line -> header(path, line), body -> body(path, body));
    }

    private HeaderLines.Line header(String path, HeaderLines.Line line) {
        return switch (line.name()) {
            case "Location" -> new HeaderLines.Line(line.name(), location(path, line.value()));
            case "Set-Cookie" -> new HeaderLines.Line(line.name(), cookie(line.value()));
            default -> line;
        };
    }

    private String location(String path, String location) {
        if (FRAMEWORK_REDIRECTS.stream().noneMatch(path::startsWith)) {
            return location;
        }
        String encoded = prefix.replace("/", "%2F");
        String own = location.startsWith("/") ? prefix + location : location;
        return own.replaceFirst("([?&]next=(?:http%3A%2F%2F(?:(?!%2F).)*)?)%2F", "$1" + encoded + "%2F");
    }

    /** Only the default path is recorded as the root. */
    private String cookie(String line) {
        return line.replaceFirst("; Path=/(?=;|$)", "; Path=" + prefix);
    }

    private RecordedBody body(String path, RecordedBody body) {
        Set<String> keys = bodyKeys(path);
        if (keys.isEmpty() || !body.text().startsWith("{")) {
            return body;
        }
        ObjectNode object = (ObjectNode) JSON.readTree(body.text());
        TreeMap<String, String> mounted = new TreeMap<>();
        for (String key : keys) {
            JsonNode url = object.path(key);
            mounted.put(key, url(url.asString()));
        }
        mounted.forEach(object::put);
        return RecordedBody.of(object.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The keys of a JSON body whose values are URLs made by the framework. */
    private static Set<String> bodyKeys(String path) {
        if (path.startsWith("/echo/request")) {
            return Set.of("uri", "full_url");
        }
        return switch (path) {
            case "/reverse" -> Set.of("hello", "num", "pair", "pair_unicode", "named");
            case "/static-url" -> Set.of("plain", "unversioned", "absolute", "missing");
            default -> Set.of();
        };
    }

    private String url(String url) {
        return url.replaceFirst("^(http://[^/]*)?/", "$1" + prefix + "/");
    }

    private static String path(String request) {
        String[] line = request.split("[ \r\n]", 3);
        return line.length < 2 ? "" : line[1].split("\\?", 2)[0];
    }
}
