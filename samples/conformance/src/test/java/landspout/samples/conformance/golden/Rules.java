package landspout.samples.conformance.golden;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The exceptions a case makes to the comparison.
 *
 * @param acceptStatus other status codes that are fine too, per mode; the rest of the answer is then not compared
 * @param statusOnly nothing but the status is compared
 * @param checkReason the reason phrase is compared (native mode; a container sends its own)
 * @param ignoreHeaders headers left out, in lower case
 * @param ignoreBody the body is not compared
 * @param bodyMatches what the body must match
 * @param bodyExcludes texts the body must not contain
 * @param mask what is replaced by {@code *} in both bodies
 * @param opaqueCookies cookies with a random value, which must only be there
 * @param ignoreCookieAttributes attributes left out, in lower case
 * @param mayTruncate an answer that breaks off is fine
 * @param headLengthFree any Content-Length of an answer to HEAD is fine
 */
record Rules(
        Map<String, List<Integer>> acceptStatus,
        boolean statusOnly,
        boolean checkReason,
        Set<String> ignoreHeaders,
        boolean ignoreBody,
        List<Pattern> bodyMatches,
        List<String> bodyExcludes,
        List<Pattern> mask,
        Set<String> opaqueCookies,
        Set<String> ignoreCookieAttributes,
        boolean mayTruncate,
        boolean headLengthFree) {

    Rules withStatusOnly() {
        return new Rules(
                acceptStatus,
                true,
                checkReason,
                ignoreHeaders,
                ignoreBody,
                bodyMatches,
                bodyExcludes,
                mask,
                opaqueCookies,
                ignoreCookieAttributes,
                mayTruncate,
                headLengthFree);
    }

    String masked(String text) {
        String masked = text;
        for (Pattern pattern : mask) {
            masked = pattern.matcher(masked).replaceAll("*");
        }
        return masked;
    }
}
