package landspout.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import landspout.http.Feature;
import landspout.http.HttpExchange;
import landspout.http.HttpServerRequest;
import landspout.http.RequestLimits;
import landspout.routing.HostMatches;
import landspout.routing.Matcher;
import landspout.routing.PathArguments;
import landspout.routing.RouteMatch;
import landspout.routing.Router;
import landspout.routing.Rule;
import landspout.routing.RuleRouter;
import org.jspecify.annotations.Nullable;

/**
 * A web application: routes to handlers, and settings; Tornado's {@code Application}. One object serves every host.
 *
 * <pre>{@code
 * Application app = Application.of(route("/", MainHandler::new));
 *
 * Application larger = Application.builder(route("/", MainHandler::new))
 *         .host("api\\.example\\.com", route("/", ApiHandler::new))
 *         .set(Settings.COMPRESS_RESPONSE, true)
 *         .onStart(database::open)
 *         .onStop(database::close)
 *         .build();
 * }</pre>
 *
 * <p>Making it calls each route's factory once, to learn what the handlers' classes can do. It does not change after
 * that, and any number of threads may use it.
 */
public final class Application implements Router {

    private final Builder origin;
    private final Settings settings;
    private final List<HandlerClass> handlerClasses = new ArrayList<>();
    private final List<Application> nested = new ArrayList<>();
    private final StaticFiles staticFiles;
    private final RuleRouter router;
    private final HandlerClass notFound;
    private final AccessLog accessLog;
    private final RequestLimits requestLimits;
    private final boolean compressResponse;
    private final boolean automaticEtags;
    private final boolean checksXsrf;
    private boolean started;

    private Application(Builder builder, Settings settings) {
        this.origin = new Builder(builder);
        this.settings = settings;
        requestLimits = settings.requestLimits();
        compressResponse = settings.get(Settings.COMPRESS_RESPONSE);
        automaticEtags = settings.get(Settings.AUTOMATIC_ETAGS);
        checksXsrf = settings.get(Settings.XSRF_COOKIES);
        accessLog = new AccessLog(settings.get(Settings.LOG_ALL_REQUESTS));
        staticFiles = new StaticFiles(settings, clock());
        notFound = new HandlerClass(this, "the default handler", builder.defaultHandler);
        router = router(builder);
    }

    /** An application with these routes, tried in this order, and default settings. */
    public static Application of(Route... routes) {
        return builder(routes).build();
    }

    /** Begins an application with these routes, tried in this order. */
    public static Builder builder(Route... routes) {
        return new Builder(List.of(routes));
    }

    private RuleRouter router(Builder builder) {
        List<Rule> rules = new ArrayList<>();
        builder.hosts.forEach((host, routes) -> rules.add(Rule.of(new HostMatches(host), rules(routes))));
        List<Route> all = new ArrayList<>(staticFiles.routes());
        all.addAll(builder.routes);
        RuleRouter everyHost = rules(all);
        if (rules.isEmpty()) {
            return everyHost;
        }
        rules.add(Rule.of(Matcher.any(), everyHost));
        return new RuleRouter(rules);
    }

    private RuleRouter rules(List<Route> routes) {
        return new RuleRouter(routes.stream().map(route -> route.rule(this)).toList());
    }

    HandlerClass handlerClass(Matcher matcher, Supplier<? extends RequestHandler> factory) {
        HandlerClass handlerClass = new HandlerClass(this, "the route " + matcher, factory);
        handlerClasses.add(handlerClass);
        return handlerClass;
    }

    /** An application within this one starts, stops and is reported on with it. */
    void nest(Application inner) {
        nested.add(inner);
    }

    private Stream<HandlerClass> allHandlerClasses() {
        return Stream.concat(handlerClasses.stream(), nested.stream().flatMap(Application::allHandlerClasses));
    }

    // ------------------------------------------------------------------ for hosts

    /** Answers a request, whatever it is. For hosts. */
    public void handle(HttpExchange exchange) {
        HttpServerRequest request = new HttpServerRequest(exchange, requestLimits);
        if (!PathRules.accept(exchange)) {
            fail(request, new HttpError(400));
        } else if (!route(request)) {
            notFound.serve(request, PathArguments.NONE);
        }
    }

    /** Answers a request if a route matches it; otherwise nothing of it has been touched. For hosts. */
    public boolean handleIfRouted(HttpExchange exchange) {
        return PathRules.accept(exchange) && route(new HttpServerRequest(exchange, requestLimits));
    }

    /** Whether there is a rule for the request, which has been answered then. */
    private boolean route(HttpServerRequest request) {
        Optional<RouteMatch> match;
        try {
            match = router.find(request);
        } catch (Throwable failure) {
            // The client wrote the path: a group of it may be no UTF-8, or java.util.regex may run out of stack on it.
            fail(request, failure);
            return true;
        }
        if (match.isPresent()) {
            match.get().target().serve(request, match.get().arguments());
        }
        return match.isPresent();
    }

    /**
     * Runs what {@link Builder#onStart} was given, in order; does nothing if it has run already. When something of it
     * fails, what {@link Builder#onStop} was given runs, so that nothing stays half open. For hosts.
     */
    public synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        try {
            nested.forEach(Application::start);
            origin.startHooks.forEach(Runnable::run);
        } catch (RuntimeException | Error failed) {
            stop();
            throw failed;
        }
    }

    /** Runs what {@link Builder#onStop} was given, in reverse order, all of it, and frees what is open. For hosts. */
    public synchronized void stop() {
        if (started) {
            started = false;
            runStopHooks();
        }
        staticFiles.close();
        nested.forEach(Application::stop);
    }

    private void runStopHooks() {
        for (int i = origin.stopHooks.size() - 1; i >= 0; i--) {
            try {
                origin.stopHooks.get(i).run();
            } catch (RuntimeException failed) {
                Logs.APPLICATION.log(System.Logger.Level.ERROR, "a stop hook failed", failed);
            }
        }
    }

    /** What works on a host with these features and what does not, as far as the handlers' classes show. */
    public DeploymentReport report(Predicate<Feature> supported) {
        return DeploymentReport.of(allHandlerClasses().toList(), notFound, supported);
    }

    /**
     * The same application with some settings given as text, by their names in Tornado's spelling.
     *
     * @throws IllegalArgumentException for a name that no setting has, and for text that is no value of its
     */
    public Application withSettings(Map<String, String> texts) {
        return texts.isEmpty() ? this : new Application(origin, settings.with(texts));
    }

    // ------------------------------------------------------------------ for handlers

    @Override
    public Optional<RouteMatch> find(HttpServerRequest request) {
        return router.find(request);
    }

    @Override
    public Optional<String> reverse(String name, Object... arguments) {
        return router.reverse(name, arguments);
    }

    /**
     * The path of a named route, below the mount point, with these arguments in the place of its groups.
     *
     * @throws IllegalArgumentException if no route has the name, or it has another number of groups
     */
    public String reverseUrl(String name, Object... arguments) {
        return reverse(name, arguments).orElseThrow(() -> new IllegalArgumentException("no route is named " + name));
    }

    /** The settings. */
    public Settings settings() {
        return settings;
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    StaticFiles staticFiles() {
        return staticFiles;
    }

    /** How large requests may be, as the settings say. */
    public RequestLimits requestLimits() {
        return requestLimits;
    }

    boolean compressResponse() {
        return compressResponse;
    }

    boolean automaticEtags() {
        return automaticEtags;
    }

    boolean checksXsrf() {
        return checksXsrf;
    }

    /** Answers a request that has come to no handler with the stock error page. */
    void fail(HttpServerRequest request, Throwable failure) {
        new HandlerRun(this, notFound, new ErrorHandler(500), request, PathArguments.NONE).fail(failure);
    }

    void log(RequestHandler handler) {
        if (origin.logFunction == null) {
            accessLog.log(handler.getStatus(), handler.request());
        } else {
            origin.logFunction.accept(handler, handler.getStatus());
        }
    }

    /** Gathers routes, settings and hooks; {@link #build} checks them. */
    public static final class Builder {

        private final List<Route> routes;
        private final Map<String, List<Route>> hosts = new LinkedHashMap<>();
        private final Map<Setting<?>, Object> settings = new HashMap<>();
        private final List<Runnable> startHooks = new ArrayList<>();
        private final List<Runnable> stopHooks = new ArrayList<>();
        private Supplier<? extends RequestHandler> defaultHandler = () -> new ErrorHandler(404);
        private @Nullable BiConsumer<RequestHandler, Integer> logFunction;

        private Builder(List<Route> routes) {
            this.routes = new ArrayList<>(routes);
        }

        /** A copy, which what is done to the original afterwards does not reach. */
        private Builder(Builder original) {
            this(original.routes);
            original.hosts.forEach((host, some) -> hosts.put(host, new ArrayList<>(some)));
            settings.putAll(original.settings);
            startHooks.addAll(original.startHooks);
            stopHooks.addAll(original.stopHooks);
            defaultHandler = original.defaultHandler;
            logFunction = original.logFunction;
        }

        /** Adds routes behind those that are there. */
        public Builder routes(Route... more) {
            routes.addAll(List.of(more));
            return this;
        }

        /**
         * Adds routes for hosts whose name a regular expression matches; they come before those for every host.
         * Tornado's {@code add_handlers}.
         */
        public Builder host(String pattern, Route... more) {
            hosts.computeIfAbsent(pattern, key -> new ArrayList<>()).addAll(List.of(more));
            return this;
        }

        /** Sets a setting, one of {@link Settings} or the application's own. */
        public <T> Builder set(Setting<T> setting, T value) {
            settings.put(
                    setting,
                    Objects.requireNonNull(
                            value,
                            () -> "the setting " + setting + " cannot be null: leave it out to have its default"));
            return this;
        }

        /** What answers where no route matches; Tornado's {@code default_handler_class}. By default 404. */
        public Builder defaultHandler(Supplier<? extends RequestHandler> factory) {
            defaultHandler = factory;
            return this;
        }

        /** Takes the place of the access log, with the handler and its status; Tornado's {@code log_function}. */
        public Builder logFunction(BiConsumer<RequestHandler, Integer> function) {
            logFunction = function;
            return this;
        }

        /** Runs this before the first request. In a Servlet container: at deployment. */
        public Builder onStart(Runnable hook) {
            startHooks.add(hook);
            return this;
        }

        /** Runs this after the last request. In a Servlet container: when the application is undeployed. */
        public Builder onStop(Runnable hook) {
            stopHooks.add(hook);
            return this;
        }

        /**
         * The application.
         *
         * @throws IllegalArgumentException if a setting is wrong or contradicts another, or two routes of one host have one name
         */
        public Application build() {
            return new Application(this, new Settings(settings));
        }
    }
}
