package landspout.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import landspout.http.Feature;
import landspout.http.HttpServerRequest;
import landspout.routing.PathArguments;
import landspout.routing.RequestTarget;

/** What is known of one route's handlers before any request comes; makes one handler for each request. */
final class HandlerClass implements RequestTarget {

    private static final List<String> VERBS =
            List.of("GET", "HEAD", "POST", "DELETE", "PATCH", "PUT", "OPTIONS", "extension");

    private final Application application;
    private final String route;
    private final Supplier<? extends RequestHandler> factory;
    private final Class<? extends RequestHandler> type;
    private final Set<String> supportedMethods;
    private final HandlerMethod prepare;
    private final HandlerMethod[] verbs;
    private final boolean streamsBody;
    private final Set<Feature> needs;

    /**
     * Calls the factory once, to see what it makes.
     *
     * @param route what leads here, for messages
     */
    HandlerClass(Application application, String route, Supplier<? extends RequestHandler> factory) {
        this.application = application;
        this.route = route;
        this.factory = factory;
        RequestHandler sample = make();
        sample.claim();
        type = sample.getClass();
        supportedMethods = Set.copyOf(sample.supportedMethods());
        prepare = HandlerMethod.of(type, "prepare");
        verbs = new HandlerMethod[] {
            HandlerMethod.of(type, "get"),
            HandlerMethod.of(type, "head"),
            HandlerMethod.of(type, "post"),
            HandlerMethod.of(type, "delete"),
            HandlerMethod.of(type, "patch"),
            HandlerMethod.of(type, "put"),
            HandlerMethod.of(type, "options"),
            HandlerMethod.of(type, "extensionMethod")
        };
        streamsBody = type.isAnnotationPresent(StreamRequestBody.class);
        needs = needs(sample);
        requireLoginUrl();
    }

    private RequestHandler make() {
        return Objects.requireNonNull(
                factory.get(), () -> "the factory of " + route + " returned null: have it return a new handler");
    }

    private Set<Feature> needs(RequestHandler sample) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        features.addAll(sample.neededFeatures());
        if (streamsBody) {
            features.add(Feature.STREAM_REQUEST_BODY);
        }
        return features;
    }

    private void requireLoginUrl() {
        boolean guarded = prepare.authenticated();
        for (HandlerMethod verb : verbs) {
            guarded |= verb.authenticated();
        }
        if (guarded
                && !HandlerMethod.of(type, "getLoginUrl").implemented()
                && application.settings().find(Settings.LOGIN_URL).isEmpty()) {
            throw new IllegalArgumentException(
                    type.getName() + " is marked @Authenticated: set login_url, or override getLoginUrl()");
        }
    }

    @Override
    public void serve(HttpServerRequest request, PathArguments arguments) {
        HandlerRun run;
        try {
            run = new HandlerRun(application, this, make(), request, arguments);
        } catch (Throwable broken) {
            application.fail(request, broken);
            return;
        }
        run.start();
    }

    Class<? extends RequestHandler> type() {
        return type;
    }

    boolean supports(String method) {
        return supportedMethods.contains(method);
    }

    HandlerMethod prepare() {
        return prepare;
    }

    HandlerMethod verb(String method) {
        return verbs[place(method)];
    }

    boolean streamsBody() {
        return streamsBody;
    }

    /** Whether the body is read before the handler runs; nobody looks at that of a request that only gets an error. */
    boolean readsBody() {
        return !streamsBody && !ErrorHandler.class.isAssignableFrom(type);
    }

    /** What the class itself needs of its host. */
    Set<Feature> needs() {
        return needs;
    }

    /** The methods of this class that may wait. */
    List<HandlerMethod> coroutines() {
        List<HandlerMethod> methods = new ArrayList<>();
        if (prepare.invocation().coroutine()) {
            methods.add(prepare);
        }
        for (HandlerMethod verb : verbs) {
            if (verb.invocation().coroutine() || verb.asynchronous()) {
                methods.add(verb);
            }
        }
        return methods;
    }

    /** The methods that this class answers, for the Allow header. */
    String allowed() {
        List<String> methods = new ArrayList<>();
        for (int i = 0; i < verbs.length - 1; i++) {
            if (verbs[i].implemented() && supportedMethods.contains(VERBS.get(i))) {
                methods.add(VERBS.get(i));
            }
        }
        if (verbs[verbs.length - 1].implemented()) {
            supportedMethods.stream()
                    .filter(method -> !VERBS.contains(method))
                    .sorted()
                    .forEach(methods::add);
        }
        return String.join(", ", methods);
    }

    private static int place(String method) {
        return switch (method) {
            case "GET" -> 0;
            case "HEAD" -> 1;
            case "POST" -> 2;
            case "DELETE" -> 3;
            case "PATCH" -> 4;
            case "PUT" -> 5;
            case "OPTIONS" -> 6;
            default -> 7;
        };
    }
}
