package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mount points of one servlet, one for each of its mappings. {@code /prefix/*} is cut off; {@code /*}, {@code /},
 * exact and extension mappings leave the path below the context path as it is.
 */
final class MountPoints {

    private final MountPoint context;
    private final Map<String, MountPoint> prefixes = new HashMap<>();
    private final @Nullable MountPoint only;

    MountPoints(String contextPath, Collection<String> mappings) {
        context = MountPoint.of(contextPath, "");
        for (String mapping : mappings) {
            if (mapping.endsWith("/*") && mapping.length() > 2) {
                prefixes.put(mapping, MountPoint.of(contextPath, mapping.substring(0, mapping.length() - 2)));
            }
        }
        if (prefixes.isEmpty()) {
            only = context;
        } else if (mappings.size() == 1) {
            only = prefixes.values().iterator().next();
        } else {
            only = null;
        }
    }

    /** The mount point through which this request came. */
    MountPoint of(HttpServletRequest request) {
        if (only != null) {
            return only;
        }
        return prefixes.getOrDefault(request.getHttpServletMapping().getPattern(), context);
    }
}
