package landspout.samples.conformance.golden;

import java.util.Map;
import java.util.Set;

/** Reason phrases that have changed with the RFCs or are not in every table; any of them is fine. */
final class ErrorPhrases {

    private static final Map<Integer, Set<String>> EQUIVALENT = Map.of(
            413, Set.of("Request Entity Too Large", "Payload Too Large", "Content Too Large"),
            416, Set.of("Requested Range Not Satisfiable", "Range Not Satisfiable"),
            418,
                    Set.of(
                            "Unknown",
                            "I'm a Teapot",
                            "I&#x27;m a Teapot",
                            "I&#39;m a Teapot",
                            "I'm a teapot",
                            "I&#x27;m a teapot",
                            "I&#39;m a teapot"),
            422, Set.of("Unprocessable Entity", "Unprocessable Content"));

    private ErrorPhrases() {}

    /** Whether a page shows the recorded code and reason; the title is {@code <code>: <reason>}. */
    static boolean shows(String page, String title) {
        if (page.contains(title)) {
            return true;
        }
        String code = title.substring(0, 3);
        Set<String> equivalent = EQUIVALENT.getOrDefault(Integer.valueOf(code), Set.of());
        return equivalent.contains(title.substring(5))
                && equivalent.stream().anyMatch(phrase -> page.contains(code + ": " + phrase));
    }
}
