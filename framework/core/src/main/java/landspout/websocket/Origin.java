package landspout.websocket;

import java.util.Locale;

/** The Origin header field (RFC 6454, 7): {@code scheme://host} or {@code scheme://host:port}, or {@code null}. */
final class Origin {

    private static final String AFTER_SCHEME = "://";

    private Origin() {}

    /**
     * Whether a page of this origin came from the host that was asked for, port included. What is no origin, {@code null}
     * among it, is from elsewhere.
     *
     * @param host as in the Host header field
     */
    static boolean isSameHost(String origin, String host) {
        int slashes = origin.indexOf(AFTER_SCHEME);
        if (slashes <= 0) {
            return false;
        }
        String place = origin.substring(slashes + AFTER_SCHEME.length());
        return isHost(place) && place.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    }

    /** No path, no query, no user: a browser sends none of them here. */
    private static boolean isHost(String place) {
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c <= ' ' || c >= 0x7F || "/\\?#@,".indexOf(c) >= 0) {
                return false;
            }
        }
        return !place.isEmpty();
    }
}
