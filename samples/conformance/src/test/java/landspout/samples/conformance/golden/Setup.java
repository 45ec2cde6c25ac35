package landspout.samples.conformance.golden;

import java.util.Map;

/**
 * A request sent before the one that counts.
 *
 * @param capture what is remembered of its answer: name to {@code header:<name>} or {@code cookie:<name>}
 * @param settles its effects may show a moment after its answer
 */
record Setup(String request, Map<String, String> capture, boolean settles) {

    Setup mountedAt(Mount mount) {
        return new Setup(mount.request(request), capture, settles);
    }
}
