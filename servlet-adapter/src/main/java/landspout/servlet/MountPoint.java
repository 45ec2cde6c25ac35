package landspout.servlet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an application is mounted in a container, context path and servlet prefix in one, and how to cut it off a raw
 * request URI.
 *
 * <p>Only the raw URI tells what the client sent, and containers spell the mount point in it as they please: Jetty lets
 * {@code /%61pp/a} through to {@code /app}, Tomcat also {@code //app/a}, {@code /app;v=1/a} and {@code /x/../app/a}. So
 * the prefix is compared segment by segment, decoded and without parameters.
 */
final class MountPoint {

    private final String rootPath;
    private final String[] names;

    private MountPoint(List<String> names) {
        this.names = names.toArray(new String[0]);
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            path.append('/').append(PathSegment.encode(name));
        }
        this.rootPath = path.toString();
    }

    /**
     * @param contextPath as {@code ServletContext.getContextPath()} has it: encoded on Jetty, decoded on Tomcat
     * @param prefix the servlet's, {@code /api} for the mapping {@code /api/*}; empty for {@code /*} and {@code /}
     */
    static MountPoint of(String contextPath, String prefix) {
        List<String> names = new ArrayList<>();
        for (String segment : (contextPath + '/' + prefix).split("/")) {
            if (!segment.isEmpty()) {
                names.add(PathSegment.decode(segment));
            }
        }
        return new MountPoint(names);
    }

    /** The mount point for links, encoded, without a slash at its end; empty at the root. */
    String rootPath() {
        return rootPath;
    }

    /**
     * The raw path below the mount point, {@code /} at least; null where the URI does not lie below it, whatever the
     * container makes of it.
     */
    @Nullable
    String cut(String requestUri) {
        if (requestUri.isEmpty() || requestUri.charAt(0) != '/') {
            // "*", the authority of a CONNECT, or an absolute form that the container has left as it is.
            return null;
        }
        if (names.length == 0) {
            return requestUri;
        }
        int end = isPlain(requestUri) ? rootPath.length() : walk(requestUri);
        if (end < 0) {
            return null;
        }
        return end == requestUri.length() ? "/" : requestUri.substring(end);
    }

    /** Whether the URI begins with the mount point as it is spelled here, and no dots can lead out of it again. */
    private boolean isPlain(String uri) {
        int end = rootPath.length();
        return uri.startsWith(rootPath)
                && (uri.length() == end || uri.charAt(end) == '/')
                && uri.indexOf("/.", end) < 0
                && uri.indexOf("/%", end) < 0;
    }

    /** Follows the path through its dots and doubled slashes; returns where it enters the mount point for good. */
    private int walk(String uri) {
        String[] stack = new String[names.length];
        int depth = 0;
        int entered = -1;
        int start = 1;
        while (start <= uri.length()) {
            int slash = uri.indexOf('/', start);
            int end = slash < 0 ? uri.length() : slash;
            String name = PathSegment.name(uri.substring(start, end));
            if (name.equals("..")) {
                depth--;
                if (depth < 0) {
                    return -1;
                }
                entered = depth < names.length ? -1 : entered;
            } else if (!name.isEmpty() && !name.equals(".")) {
                if (depth < names.length) {
                    stack[depth] = name;
                    entered = depth == names.length - 1 && Arrays.equals(stack, names) ? end : -1;
                }
                depth++;
            }
            start = end + 1;
        }
        return entered;
    }
}
