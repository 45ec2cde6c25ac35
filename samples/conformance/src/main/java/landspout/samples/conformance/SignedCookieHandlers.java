package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import landspout.web.Route;
import landspout.web.SignedValues;
import landspout.web.SigningKeys;

/** Signed cookies of either version. */
final class SignedCookieHandlers {

    private static final String SESSION = "session";
    private static final Duration FOREVER = Duration.ofDays(100000);
    private static final SigningKeys KEYS = SigningKeys.of(
            Map.of(
                    0, ConformanceApplication.SECRET,
                    1, ConformanceApplication.SECRET + "-one",
                    2, ConformanceApplication.SECRET + "-two"),
            0);

    private SignedCookieHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/signed/get", Get::new),
            route("/signed/fresh", Fresh::new),
            route("/signed/other", Other::new),
            route("/signed/min-two", MinimumTwo::new),
            route("/signed/argument", Argument::new),
            route("/signed/keyed", Keyed::new),
            route("/signed/set", Set::new)
        };
    }

    private abstract static class SignedBase extends Base {
        final void writeValue(Optional<byte[]> value) {
            write(Map.of("value", value.map(Octets::text)));
        }
    }

    private static final class Get extends SignedBase {
        @Override
        protected void get() {
            writeValue(getSecureCookie(SESSION, FOREVER));
        }
    }

    private static final class Fresh extends SignedBase {
        @Override
        protected void get() {
            writeValue(getSecureCookie(SESSION));
        }
    }

    private static final class Other extends SignedBase {
        @Override
        protected void get() {
            writeValue(getSecureCookie("other", FOREVER));
        }
    }

    private static final class MinimumTwo extends SignedBase {
        @Override
        protected void get() {
            writeValue(getCookie(SESSION).flatMap(value -> readSignedValue(SESSION, value, FOREVER, 2)));
        }
    }

    private static final class Argument extends SignedBase {
        @Override
        protected void get() {
            writeValue(readSignedValue(SESSION, getArgument("value"), FOREVER, SignedValues.DEFAULT_MIN_VERSION));
        }
    }

    private static final class Keyed extends Base {
        @Override
        protected void get() {
            String cookie = getCookie(SESSION, "");
            Optional<byte[]> value = SignedValues.decode(
                    KEYS, SESSION, cookie, FOREVER, SignedValues.DEFAULT_MIN_VERSION, Clock.systemUTC());
            OptionalInt keyVersion = SignedValues.keyVersion(cookie);
            write(Map.of("value", value.map(Octets::text), "key_version", keyVersion));
        }
    }

    private static final class Set extends Base {
        @Override
        protected void get() {
            setSecureCookie(SESSION, getArgument("value", "fresh value"));
            write("set");
        }
    }
}
