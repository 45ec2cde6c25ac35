package landspout.web;

import java.util.function.Supplier;
import landspout.routing.Matcher;
import landspout.routing.PathMatches;
import landspout.routing.Router;
import landspout.routing.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Leads the requests whose path a regular expression matches to handlers of one kind; Tornado's {@code URLSpec}.
 *
 * <pre>{@code
 * Application app = Application.of(
 *         route("/", MainHandler::new),
 *         route("/story/([0-9]+)", StoryHandler::new).named("story"),
 *         route("/db/(.*)", () -> new DatabaseHandler(database)));
 * }</pre>
 */
public final class Route {

    private final Matcher matcher;
    private final @Nullable Supplier<? extends RequestHandler> factory;
    private final @Nullable Router router;
    private final String name;

    private Route(
            Matcher matcher,
            @Nullable Supplier<? extends RequestHandler> factory,
            @Nullable Router router,
            String name) {
        this.matcher = matcher;
        this.factory = factory;
        this.router = router;
        this.name = name;
    }

    /**
     * A route to handlers.
     *
     * @param pattern matched against the whole path below the mount point, undecoded; groups become path arguments
     * @param factory makes a handler for each request, and one when the application is made
     * @throws IllegalArgumentException if the pattern is no regular expression
     */
    public static Route route(String pattern, Supplier<? extends RequestHandler> factory) {
        return route(new PathMatches(pattern), factory);
    }

    /** A route to handlers with a matcher of another kind. */
    public static Route route(Matcher matcher, Supplier<? extends RequestHandler> factory) {
        return new Route(matcher, factory, null, "");
    }

    /** A route to another router, an application for instance; when that finds nothing the next route is tried. */
    public static Route nested(String pattern, Router router) {
        return nested(new PathMatches(pattern), router);
    }

    /** A route to another router with a matcher of another kind. */
    public static Route nested(Matcher matcher, Router router) {
        return new Route(matcher, null, router, "");
    }

    /** The same route with a name for {@code reverseUrl}. */
    public Route named(String routeName) {
        return new Route(matcher, factory, router, routeName);
    }

    Rule rule(Application application) {
        if (factory != null) {
            return Rule.of(matcher, application.handlerClass(matcher, factory), name);
        }
        if (router == null) {
            throw new IllegalStateException("a route leads to handlers or to a router");
        }
        if (router instanceof Application inner) {
            application.nest(inner);
        }
        return new Rule(matcher, router, name);
    }
}
