package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import landspout.http.Cookie;
import landspout.web.Route;
import landspout.web.Strip;

/** Cookies. */
final class CookieHandlers {

    private CookieHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/cookies/set", Set::new),
            route("/cookies/attributes", Attributes::new),
            route("/cookies/expires", Expires::new),
            route("/cookies/false", False::new),
            route("/cookies/multi", Multi::new),
            route("/cookies/get", Get::new),
            route("/cookies/all", All::new),
            route("/cookies/clear", Clear::new),
            route("/cookies/clear-all", ClearAll::new),
            route("/cookies/path", Path::new)
        };
    }

    private static final class Set extends Base {
        @Override
        protected void get() {
            setCookie(getArgument("name", "plain"), getArgument("value", "value", Strip.NO));
            write("set");
        }
    }

    private static final class Attributes extends Base {
        @Override
        protected void get() {
            Duration age = Duration.ofDays(2);
            setCookie(Cookie.of("full", "v")
                    .domain("example.test")
                    .path("/cookies")
                    .expires(Instant.now().plus(age))
                    .httpOnly(true)
                    .secure(true)
                    .sameSite(Cookie.SameSite.LAX)
                    .maxAge(age));
            write("set");
        }
    }

    private static final class Expires extends Base {
        @Override
        protected void get() {
            setCookie(Cookie.of("dated", "v").expires(Instant.parse("2031-03-04T05:06:07Z")));
            setCookie(Cookie.of("stamped", "v").expires(Instant.ofEpochSecond(1930000000)));
            write("set");
        }
    }

    private static final class False extends Base {
        @Override
        protected void get() {
            setCookie(Cookie.of("flags", "v").httpOnly(false).secure(false));
            write("set");
        }
    }

    private static final class Multi extends Base {
        @Override
        protected void get() {
            setCookie("a", "1");
            setCookie("b", "2");
            setCookie(Cookie.of("a", "3").path("/deeper"));
            write("set");
        }
    }

    private static final class Get extends Base {
        @Override
        protected void get() {
            write(Map.of("value", getCookie(getArgument("name", "plain"), "absent")));
        }
    }

    private static final class All extends Base {
        @Override
        protected void get() {
            write(Map.of("cookies", request().cookies()));
        }
    }

    private static final class Clear extends Base {
        @Override
        protected void get() {
            clearCookie(Cookie.of("plain", "").path("/cookies").domain("example.test"));
            write("cleared");
        }
    }

    private static final class ClearAll extends Base {
        @Override
        protected void get() {
            clearAllCookies();
            write("cleared");
        }
    }

    private static final class Path extends Base {
        @Override
        protected void get() {
            setCookie(Cookie.of("p", "v").path(getArgument("path", Strip.NO)));
            write("set");
        }
    }
}
