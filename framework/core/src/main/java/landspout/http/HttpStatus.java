package landspout.http;

/** Status codes and their reason phrases: RFC 9110, 15, with Tornado's words. */
public final class HttpStatus {

    private static final String[] PHRASES = new String[600];

    static {
        phrases(100, "Continue", "Switching Protocols", "Processing", "Early Hints");
        phrases(200, "OK", "Created", "Accepted", "Non-Authoritative Information", "No Content", "Reset Content");
        phrases(206, "Partial Content", "Multi-Status", "Already Reported");
        phrases(226, "IM Used");
        phrases(300, "Multiple Choices", "Moved Permanently", "Found", "See Other", "Not Modified", "Use Proxy");
        phrases(307, "Temporary Redirect", "Permanent Redirect");
        phrases(400, "Bad Request", "Unauthorized", "Payment Required", "Forbidden", "Not Found");
        phrases(405, "Method Not Allowed", "Not Acceptable", "Proxy Authentication Required", "Request Timeout");
        phrases(409, "Conflict", "Gone", "Length Required", "Precondition Failed", "Request Entity Too Large");
        phrases(414, "Request-URI Too Long", "Unsupported Media Type", "Requested Range Not Satisfiable");
        phrases(417, "Expectation Failed", "I'm a Teapot");
        phrases(421, "Misdirected Request", "Unprocessable Entity", "Locked", "Failed Dependency", "Too Early");
        phrases(426, "Upgrade Required");
        phrases(428, "Precondition Required", "Too Many Requests");
        phrases(431, "Request Header Fields Too Large");
        phrases(451, "Unavailable For Legal Reasons");
        phrases(500, "Internal Server Error", "Not Implemented", "Bad Gateway", "Service Unavailable");
        phrases(504, "Gateway Timeout", "HTTP Version Not Supported", "Variant Also Negotiates");
        phrases(507, "Insufficient Storage", "Loop Detected");
        phrases(510, "Not Extended", "Network Authentication Required");
    }

    private HttpStatus() {}

    private static void phrases(int first, String... phrases) {
        System.arraycopy(phrases, 0, PHRASES, first, phrases.length);
    }

    /** The standard phrase of a status; {@code Unknown} for a code that has none. */
    public static String reason(int status) {
        String phrase = status >= 0 && status < PHRASES.length ? PHRASES[status] : null;
        return phrase == null ? "Unknown" : phrase;
    }
}
