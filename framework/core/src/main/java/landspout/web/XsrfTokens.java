package landspout.web;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The XSRF token of one request: the one that its cookie brought, or a new one. */
final class XsrfTokens {

    private final Clock clock;
    private final Optional<XsrfToken> brought;
    private final XsrfToken expected;
    private @Nullable String text;
    private boolean cookieSet;

    XsrfTokens(Optional<String> cookie, Clock clock) {
        this.clock = clock;
        brought = cookie.flatMap(value -> XsrfToken.decode(value, clock));
        expected = brought.orElseGet(() -> XsrfToken.generate(clock));
    }

    /** The token for a form; the same text throughout the request. */
    String text(int version) {
        if (text == null) {
            text = expected.encode(version);
        }
        return text;
    }

    /** Whether the cookie has to be set: true once, when the request brought none. */
    boolean cookieIsDue() {
        boolean due = brought.isEmpty() && !cookieSet;
        cookieSet = true;
        return due;
    }

    void check(String sent) {
        if (sent.isEmpty()) {
            throw new HttpError(403, "'_xsrf' argument missing");
        }
        XsrfToken token = XsrfToken.decode(sent, clock)
                .orElseThrow(() -> new HttpError(403, "'_xsrf' argument has invalid format"));
        if (!token.matches(expected)) {
            throw new HttpError(403, "XSRF cookie does not match the '_xsrf' argument");
        }
    }
}
