package landspout.web;

/** Keeps the framework's own redirects on this host: browsers take {@code //host} and {@code /\host} for another one. */
final class LocalPath {

    private LocalPath() {}

    /** The path with one slash at its begin, however many slashes and backslashes there were. */
    static String of(String path) {
        int begin = 0;
        while (begin < path.length() && (path.charAt(begin) == '/' || path.charAt(begin) == '\\')) {
            begin++;
        }
        return begin == 1 && path.charAt(0) == '/' ? path : "/" + path.substring(begin);
    }
}
