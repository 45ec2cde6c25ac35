package landspout.samples.conformance.golden;

import java.util.List;
import java.util.Map;

/**
 * A request and what Tornado answered. In the texts of requests each character is one byte, and <code>{{X}}</code> stands for
 * a value captured by {@link Setup}.
 *
 * @param more further requests on the same connection
 * @param pipelined these are sent at once, not after the answer before
 * @param expectContinue the body is held back until 100, or for a second
 * @param golden the recordings that count, per mode; a missing mode: the case is not for it
 * @param disabledInServlet of these words the 501 of servlet mode names one; empty: the feature works there
 * @param disabledOrGolden the recorded answer is fine in servlet mode as well as the 501
 */
record GoldenCase(
        String area,
        String name,
        String request,
        List<Setup> setup,
        List<String> more,
        boolean pipelined,
        boolean expectContinue,
        Map<String, List<String>> golden,
        Map<String, RecordedAnswer> recorded,
        List<String> disabledInServlet,
        boolean disabledOrGolden,
        Rules rules) {

    String fullName() {
        return area + "/" + name;
    }

    /** For people: the first line of the request. */
    String requestLine() {
        return request.strip().split("\r\n", 2)[0];
    }

    boolean appliesTo(Mode mode) {
        return golden.containsKey(mode.key());
    }

    /** The answers that count; one of them must be met. */
    List<RecordedAnswer> answers(Mode mode) {
        return golden.getOrDefault(mode.key(), List.of()).stream()
                .map(recorded::get)
                .toList();
    }

    /** The effects of the setup may show a moment after its answer, so the request may have to be repeated. */
    boolean settles() {
        return setup.stream().anyMatch(Setup::settles);
    }

    /** The same case with its requests sent to an application below a prefix; what was recorded stays. */
    GoldenCase mountedAt(Mount mount) {
        return new GoldenCase(
                area,
                name,
                mount.request(request),
                setup.stream().map(step -> step.mountedAt(mount)).toList(),
                more.stream().map(mount::request).toList(),
                pipelined,
                expectContinue,
                golden,
                recorded,
                disabledInServlet,
                disabledOrGolden,
                rules);
    }

    /** The same case with nothing but the status compared. */
    GoldenCase statusOnly() {
        return new GoldenCase(
                area,
                name,
                request,
                setup,
                more,
                pipelined,
                expectContinue,
                golden,
                recorded,
                disabledInServlet,
                disabledOrGolden,
                rules.withStatusOnly());
    }

    /** The method of a request. */
    static String method(String request) {
        String line = request.replaceFirst("^[\r\n]+", "");
        return line.substring(0, Math.max(0, (line + " ").indexOf(' ')));
    }
}
