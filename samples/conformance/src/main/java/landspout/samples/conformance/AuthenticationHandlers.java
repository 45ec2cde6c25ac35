package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Map;
import java.util.Optional;
import landspout.web.Authenticated;
import landspout.web.Route;

/** Who is signed in, and where those go who are not. */
final class AuthenticationHandlers {

    private AuthenticationHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/auth/page", Page::new),
            route("/auth/whoami", WhoAmI::new),
            route("/auth/absolute", Absolute::new),
            route("/auth/with-query", WithQuery::new),
            route("/login", Login::new)
        };
    }

    private abstract static class UserBase extends Base {
        @Override
        protected final Optional<String> getCurrentUser() {
            return getCookie("user");
        }
    }

    private static class Page extends UserBase {
        @Authenticated
        @Override
        protected final void get() {
            write("hello " + user());
        }

        @Authenticated
        @Override
        protected final void post() {
            write("posted by " + user());
        }

        @Authenticated
        @Override
        protected final void head() {
            setHeader("X-User", user());
        }

        private String user() {
            return currentUser().orElseThrow().toString();
        }
    }

    private static final class WhoAmI extends UserBase {
        @Override
        protected void get() {
            write(Map.of("user", currentUser()));
        }
    }

    private static final class Absolute extends Page {
        @Override
        protected String getLoginUrl() {
            return "https://login.example.test/signin";
        }
    }

    private static final class WithQuery extends Page {
        @Override
        protected String getLoginUrl() {
            return super.getLoginUrl() + "?from=app";
        }
    }

    private static final class Login extends Base {
        @Override
        protected void get() {
            write(Map.of("next", findArgument("next")));
        }
    }
}
