package landspout.web;

import java.util.Locale;
import java.util.Set;

/**
 * Which paths below a static root are looked at: those that mean one file within the root on every system. What is a
 * special name only on Windows is refused everywhere, so that an application answers everywhere the same.
 */
final class StaticNames {

    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

    private StaticNames() {}

    /**
     * Checks a decoded path, which may end with a slash.
     *
     * @throws HttpError 403 for a path that leads out of the root, 404 for one that no file has
     */
    static void check(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\' || c == ':') {
                throw new HttpError(404);
            }
        }
        if (path.startsWith("/")) {
            throw new HttpError(403, path + " is not in root static directory");
        }
        int begin = 0;
        while (begin < path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            checkSegment(path, path.substring(begin, end));
            begin = end + 1;
        }
    }

    private static void checkSegment(String path, String segment) {
        if (segment.equals("..")) {
            throw new HttpError(403, path + " is not in root static directory");
        }
        // Windows drops dots and blanks at the end of a name.
        if (segment.isEmpty()
                || segment.endsWith(".")
                || segment.endsWith(" ")
                || isDevice(segment)
                || isPrivate(segment)) {
            throw new HttpError(404);
        }
    }

    /** Whether a container keeps this directory from its clients, in whatever case the file system takes it. */
    static boolean isPrivate(String segment) {
        return segment.equalsIgnoreCase("WEB-INF") || segment.equalsIgnoreCase("META-INF");
    }

    /** On Windows {@code CON}, {@code con.txt} and {@code Con .txt} are the console. */
    private static boolean isDevice(String segment) {
        int dot = segment.indexOf('.');
        String name = (dot < 0 ? segment : segment.substring(0, dot)).strip();
        if (name.length() < 3 || name.length() > 7) {
            return false;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        boolean numbered = upper.length() == 4
                && (upper.startsWith("COM") || upper.startsWith("LPT"))
                && "0123456789\u00b9\u00b2\u00b3".indexOf(upper.charAt(3)) >= 0;
        return numbered || DEVICES.contains(upper);
    }
}
