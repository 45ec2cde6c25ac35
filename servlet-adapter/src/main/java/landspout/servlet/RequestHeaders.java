package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import landspout.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A view on a servlet request's header fields; nothing is copied before it is asked for. */
final class RequestHeaders implements HttpHeaders {

    private final HttpServletRequest request;

    RequestHeaders(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public List<String> getList(String name) {
        return list(request.getHeaders(name));
    }

    @Override
    public Set<String> names() {
        // Sorted, since Undertow hands them out in the order of its hash table.
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(list(request.getHeaderNames()));
        return Collections.unmodifiableSet(names);
    }

    @Override
    public boolean contains(String name) {
        return request.getHeader(name) != null;
    }

    @Override
    public String get(String name, String fallback) {
        String first = request.getHeader(name);
        if (first == null) {
            return fallback;
        }
        // No list for the one value that nearly every field has.
        Enumeration<String> values = request.getHeaders(name);
        if (values == null || !values.hasMoreElements()) {
            return first;
        }
        values.nextElement();
        return values.hasMoreElements() ? String.join(",", getList(name)) : first;
    }

    @Override
    public Optional<String> get(String name) {
        return contains(name) ? Optional.of(get(name, "")) : Optional.empty();
    }

    /** The Servlet specification lets a container answer null where it will not tell. */
    private static List<String> list(@Nullable Enumeration<String> values) {
        return values == null || !values.hasMoreElements() ? List.of() : Collections.list(values);
    }
}
