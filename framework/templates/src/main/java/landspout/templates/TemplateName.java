package landspout.templates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The rules for names of templates, so that none leads out of the directory, on whatever system. */
final class TemplateName {

    private TemplateName() {}

    /**
     * The same name.
     *
     * @throws IllegalArgumentException unless it is made of plain segments with single slashes between them
     */
    static String check(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            // A colon begins a drive or an alternate stream on Windows.
            if (c < ' ' || c == '\\' || c == ':' || c == 0x7F) {
                throw refused(name);
            }
        }
        for (String segment : segments(name)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw refused(name);
            }
        }
        return name;
    }

    /** Whether a name starts from the template that uses it, and not from the directory. */
    static boolean isRelative(String name) {
        return name.startsWith("./") || name.startsWith("../");
    }

    /** The full name of a relative one, as the template called user means it. */
    static String resolve(String relative, String user) {
        Deque<String> path = new ArrayDeque<>(segments(user));
        path.removeLast();
        for (String segment : segments(relative)) {
            if (segment.equals("..")) {
                if (path.pollLast() == null) {
                    throw refused(relative);
                }
            } else if (!segment.equals(".")) {
                path.addLast(segment);
            }
        }
        return String.join("/", path);
    }

    private static List<String> segments(String name) {
        return List.of(name.split("/", -1));
    }

    private static IllegalArgumentException refused(String name) {
        return new IllegalArgumentException("not the name of a template below the directory: \"" + name + "\"");
    }
}
