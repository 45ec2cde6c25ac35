package landspout.samples.conformance.golden;

import java.util.List;

/**
 * What a host answered, as it came over the connection.
 *
 * @param status 0 when there was no answer; {@code note} then says why
 * @param body still encoded when there is a Content-Encoding
 * @param truncated the connection ended before the body did
 * @param note what went wrong, or empty
 * @param bodyWhereNoneAllowed bytes that followed an answer to HEAD, a 204 or a 304, or empty
 * @param next the answers to the further requests on the same connection
 */
record Answer(
        int status,
        String reason,
        HeaderLines headers,
        byte[] body,
        boolean truncated,
        String note,
        String bodyWhereNoneAllowed,
        List<Answer> next) {

    static Answer of(int status, String reason, HeaderLines headers, byte[] body) {
        return new Answer(status, reason, headers, body, false, "", "", List.of());
    }

    static Answer none(String note) {
        return new Answer(0, "", HeaderLines.NONE, new byte[0], false, note, "", List.of());
    }

    Answer cutOff(String why) {
        return new Answer(status, reason, headers, body, true, why, bodyWhereNoneAllowed, next);
    }

    Answer followedBy(String extraBytes) {
        return new Answer(status, reason, headers, body, truncated, note, extraBytes, next);
    }

    Answer withNext(List<Answer> further) {
        return new Answer(status, reason, headers, body, truncated, note, bodyWhereNoneAllowed, further);
    }
}
