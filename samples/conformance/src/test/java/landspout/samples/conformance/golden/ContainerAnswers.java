package landspout.samples.conformance.golden;

import java.util.Map;

/**
 * The cases a container answers itself before any servlet sees the request, with the reason. Its status has to be the recorded
 * one; the page is its own. Where a container owns the status too, the case says so ({@code accept_status}).
 */
final class ContainerAnswers {

    /** None: with {@code UriCompliance.UNSAFE} and decoded ambiguous URIs every request of the cases comes through. */
    static final Map<String, String> JETTY = Map.of();

    /** Jetty as its makers ship it, with its default {@code UriCompliance}. */
    static final Map<String, String> STOCK_JETTY = Map.of(
            "routing/bad-utf8", "Jetty refuses a path that is not UTF-8 with 400 and its own error page",
            "routing/pair-latin1-byte", "Jetty refuses a path that is not UTF-8 with 400 and its own error page");

    static final Map<String, String> TOMCAT = Map.of(
            "routing/bad-utf8", "Tomcat's connector refuses a path that is not UTF-8 with 400 and its own error page",
            "routing/pair-latin1-byte",
                    "Tomcat's connector refuses a path that is not UTF-8 with 400 and its own error page");

    private ContainerAnswers() {}
}
