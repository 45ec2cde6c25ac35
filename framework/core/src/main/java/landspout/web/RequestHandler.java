package landspout.web;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import landspout.escape.Escape;
import landspout.http.Cookie;
import landspout.http.Feature;
import landspout.http.HttpDates;
import landspout.http.HttpFile;
import landspout.http.HttpServerRequest;
import landspout.http.HttpStatus;
import landspout.routing.PathArguments;
import org.jspecify.annotations.Nullable;

/**
 * Answers one request; Tornado's {@code RequestHandler}. Override the methods that the resource has.
 *
 * <pre>{@code
 * class StoryHandler extends RequestHandler {
 *     @Override
 *     protected void get() {
 *         write("this is story " + pathArgument(0));
 *     }
 * }
 * Application app = Application.of(route("/story/([0-9]+)", StoryHandler::new));
 * }</pre>
 *
 * <p>A new handler is made for each request, and one more when the application is made, to see what its class can do:
 * <b>a constructor must have no side effects</b>, and no request is there yet when it runs. The order of calls is
 * {@link #prepare}, the method, {@link #onFinish}. What {@link #write} gets is kept until {@link #flush} or {@link
 * #finish}, which runs by itself when the method returns.
 *
 * <p>One thread at a time uses a handler. In a Servlet container: handlers of different requests run in parallel, and
 * what they share must bear it.
 */
public abstract class RequestHandler {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE", "PATCH", "PUT", "OPTIONS");
    private static final String XSRF_COOKIE = "_xsrf";

    private boolean claimed;
    private @Nullable HandlerRun run;
    private @Nullable Application application;
    private @Nullable HttpServerRequest request;
    private @Nullable Response response;
    private PathArguments pathArguments = PathArguments.NONE;
    private @Nullable Optional<?> currentUser;
    private @Nullable XsrfTokens xsrfTokens;

    /** For subclasses; without side effects. */
    protected RequestHandler() {}

    final void attach(
            HandlerRun run, Application app, HttpServerRequest received, Response answer, PathArguments arguments) {
        claim();
        this.run = run;
        application = app;
        request = received;
        response = answer;
        pathArguments = arguments;
    }

    /** A handler that served twice would show one user's data to another. */
    final void claim() {
        if (claimed) {
            throw new IllegalStateException(getClass().getName()
                    + " has been used already: the route's factory makes a new handler for each" + " request");
        }
        claimed = true;
    }

    // ------------------------------------------------------------------ the methods of the resource

    /** Runs before the method, whichever it is; when it calls {@link #finish}, the method does not run. */
    protected void prepare() throws Exception {}

    /** Answers GET. */
    protected void get() throws Exception {
        throw new HttpError(405);
    }

    /** Answers HEAD, which is not derived from GET; usually by calling {@link #get}, whose body is then not sent. */
    protected void head() throws Exception {
        throw new HttpError(405);
    }

    /** Answers POST. */
    protected void post() throws Exception {
        throw new HttpError(405);
    }

    /** Answers PUT. */
    protected void put() throws Exception {
        throw new HttpError(405);
    }

    /** Answers PATCH. */
    protected void patch() throws Exception {
        throw new HttpError(405);
    }

    /** Answers DELETE. */
    protected void delete() throws Exception {
        throw new HttpError(405);
    }

    /** Answers OPTIONS. */
    protected void options() throws Exception {
        throw new HttpError(405);
    }

    /** Answers the further methods that {@link #supportedMethods} names; {@code request().method()} tells which. */
    protected void extensionMethod() throws Exception {
        throw new HttpError(405);
    }

    /** The methods that reach this handler, {@link #prepare} included; all others are 405. Asked once, at start. */
    protected Set<String> supportedMethods() {
        return METHODS;
    }

    /** Runs when the answer has been sent, for clean-up and statistics. */
    protected void onFinish() {}

    /**
     * Runs when the client leaves before the answer is sent. In a Servlet container: when sending it fails, which is the
     * only way to notice.
     */
    protected void onConnectionClose() {}

    /** Takes a piece of the body, for a {@link StreamRequestBody} handler; the buffer is valid during the call only. */
    protected void dataReceived(ByteBuffer chunk) {
        throw new UnsupportedOperationException(getClass() + " is marked @StreamRequestBody: override dataReceived()");
    }

    /** Sets header fields that every answer of this handler has, error pages included. */
    protected void setDefaultHeaders() {}

    /** What this class needs of its host; for the framework's own handler classes, such as the one for WebSockets. */
    protected Set<Feature> neededFeatures() {
        return Set.of();
    }

    // ------------------------------------------------------------------ where the handler is

    /** The request. */
    public final HttpServerRequest request() {
        return attached(request);
    }

    /** The application. */
    public final Application application() {
        return attached(application);
    }

    /** The application's settings. */
    public final Settings settings() {
        return application().settings();
    }

    private static <T> T attached(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("there is no request yet: a handler's constructor may not look at it");
        }
        return part;
    }

    private Response response() {
        return attached(response);
    }

    /** The mount point as clients see it. */
    final String rootPath() {
        return settings().find(Settings.PUBLIC_ROOT_PATH).orElseGet(request()::rootPath);
    }

    // ------------------------------------------------------------------ input

    /** What the groups of the route's pattern matched. */
    public final PathArguments pathArguments() {
        return pathArguments;
    }

    /**
     * What a positional group matched, counted from 0.
     *
     * @throws IllegalArgumentException if the group did not take part in the match, see {@link PathArguments#at}
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public final String pathArgument(int index) {
        return pathArguments
                .at(index)
                .orElseThrow(() -> new IllegalArgumentException("the group " + index + " matched nothing"));
    }

    /**
     * What a named group matched.
     *
     * @throws IllegalArgumentException if there is no such group, or it did not take part, see {@link
     *     PathArguments#named(String)}
     */
    public final String pathArgument(String name) {
        return pathArguments
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("the group " + name + " matched nothing"));
    }

    /**
     * The last value of an argument, of the body if it has one of this name, else of the query; without white space
     * around it.
     *
     * @throws MissingArgumentError 400 if there is none
     */
    public final String getArgument(String name) {
        return getArgument(name, Strip.YES);
    }

    /** As {@link #getArgument(String)}, keeping white space if asked. */
    public final String getArgument(String name, Strip strip) {
        return required(request().arguments().values(name), name, strip);
    }

    /** The last value of an argument, or this when there is none. */
    public final String getArgument(String name, String fallback) {
        return findArgument(name).orElse(fallback);
    }

    /** As {@link #getArgument(String, String)}, keeping white space if asked. */
    public final String getArgument(String name, String fallback, Strip strip) {
        List<byte[]> values = request().arguments().values(name);
        return values.isEmpty() ? fallback : required(values, name, strip);
    }

    /** The last value of an argument; empty when there is none. */
    public final Optional<String> findArgument(String name) {
        return last(request().arguments().values(name), name);
    }

    /** All values of an argument, those of the query first. */
    public final List<String> getArguments(String name) {
        return ArgumentText.all(request().arguments().values(name), name, Strip.YES);
    }

    /** As {@link #getArgument(String)}, of the query alone. */
    public final String getQueryArgument(String name) {
        return required(request().queryArguments().values(name), name, Strip.YES);
    }

    /** The last value of an argument of the query, or this when there is none. */
    public final String getQueryArgument(String name, String fallback) {
        return last(request().queryArguments().values(name), name).orElse(fallback);
    }

    /** All values of an argument of the query. */
    public final List<String> getQueryArguments(String name) {
        return ArgumentText.all(request().queryArguments().values(name), name, Strip.YES);
    }

    /** As {@link #getArgument(String)}, of the body alone. */
    public final String getBodyArgument(String name) {
        return required(request().bodyArguments().values(name), name, Strip.YES);
    }

    /** The last value of an argument of the body, or this when there is none. */
    public final String getBodyArgument(String name, String fallback) {
        return last(request().bodyArguments().values(name), name).orElse(fallback);
    }

    /** All values of an argument of the body. */
    public final List<String> getBodyArguments(String name) {
        return ArgumentText.all(request().bodyArguments().values(name), name, Strip.YES);
    }

    private static String required(List<byte[]> values, String name, Strip strip) {
        if (values.isEmpty()) {
            throw new MissingArgumentError(name);
        }
        return ArgumentText.of(values.get(values.size() - 1), name, strip);
    }

    private static Optional<String> last(List<byte[]> values, String name) {
        return values.isEmpty() ? Optional.empty() : Optional.of(required(values, name, Strip.YES));
    }

    /** The files that came under this field name of a multipart form. They are gone when the request has ended. */
    public final List<HttpFile> getFiles(String name) {
        return request().files().getOrDefault(name, List.of());
    }

    /**
     * The body read as JSON, whatever its Content-Type: maps, lists, strings, numbers, booleans, or null.
     *
     * @throws HttpError 400 if it is not JSON
     */
    public final @Nullable Object getJsonBody() {
        try {
            return Escape.jsonDecode(request().body());
        } catch (IllegalArgumentException notJson) {
            throw new HttpError(400, "the body is not JSON: " + notJson.getMessage());
        }
    }

    // ------------------------------------------------------------------ status and header fields

    /**
     * Sets the status, with its standard reason phrase.
     *
     * @param status 200 to 999
     */
    public final void setStatus(int status) {
        response().setStatus(status, null);
    }

    /** Sets the status with a reason phrase; what is no plain phrase becomes {@code Unknown}. Not every host sends it. */
    public final void setStatus(int status, String reason) {
        response().setStatus(status, reason);
    }

    /** The status as it stands. */
    public final int getStatus() {
        return response().status();
    }

    /** The reason phrase as it stands. */
    public final String getReason() {
        return response().reason();
    }

    /**
     * Sets a header field, in place of every value it had.
     *
     * @throws IllegalArgumentException for what may not be sent: CR, LF and other controls, text beyond ISO-8859-1, and
     *     fields that belong to the server, such as Connection
     */
    public final void setHeader(String name, String value) {
        response().setHeader(name, value);
    }

    /** Sets a header field to a number. */
    public final void setHeader(String name, long value) {
        response().setHeader(name, Long.toString(value));
    }

    /** Sets a header field to a date, in the format of HTTP. */
    public final void setHeader(String name, Instant value) {
        response().setHeader(name, HttpDates.format(value));
    }

    /** Adds a value to a header field, beside those it has. */
    public final void addHeader(String name, String value) {
        response().addHeader(name, value);
    }

    /** Removes a header field. */
    public final void clearHeader(String name) {
        response().requireNotStarted();
        response().headers().remove(name);
    }

    /** Drops what was written and set, and begins anew; cookies stay. */
    public final void clear() {
        response().requireNotStarted();
        reset();
    }

    final void reset() {
        response().clear();
        setDefaultHeaders();
    }

    // ------------------------------------------------------------------ output

    /** Writes text as UTF-8. */
    public final void write(String text) {
        response().write(Escape.utf8(Objects.requireNonNull(text, "write() takes text, not null")));
    }

    /** Writes octets. */
    public final void write(byte[] octets) {
        response()
                .write(Objects.requireNonNull(octets, "write() takes octets, not null")
                        .clone());
    }

    /** Writes a map as JSON, and sets the Content-Type to it. {@code </} is written as {@code <\/}. */
    public final void write(Map<String, ?> json) {
        byte[] octets = Escape.jsonEncodeToBytes(Objects.requireNonNull(json, "write() takes a map, not null"));
        response().write(octets);
        if (!response().isStarted()) {
            setHeader("Content-Type", "application/json; charset=UTF-8");
        }
    }

    /** For subclasses in this package, whose octets nobody changes afterwards. */
    final void writeUncopied(byte[] octets) {
        response().write(octets);
    }

    /**
     * Sends what has been written so far to the client.
     *
     * <p>In a Servlet container: has been sent when this returns.
     *
     * @return complete when the connection takes more
     */
    public final CompletionStage<Void> flush() {
        return response().flush(false);
    }

    /**
     * Ends the answer; runs by itself after the method, unless that is {@link Asynchronous}.
     *
     * @throws IllegalStateException when it has ended already
     */
    public final CompletionStage<Void> finish() {
        Response answer = response();
        boolean tagged = !answer.isFinished()
                && !answer.isStarted()
                && answer.status() == 200
                && (request().method().equals("GET") || request().method().equals("HEAD"));
        if (tagged) {
            setEtagHeader();
            if (checkEtagHeader()) {
                answer.buffer().clear();
                answer.setStatus(304, null);
            }
        }
        return answer.finish();
    }

    /** Whether something that the method began will finish the answer; asked when the method has returned. */
    boolean finishesLater() {
        return false;
    }

    /** Whether the body would be compressed, were it sent now and not too small. */
    final boolean isCompressible() {
        return response().isCompressible();
    }

    /** Something else has answered through the exchange. */
    final void surrender() {
        response().surrender();
    }

    /** Writes text, and ends the answer. */
    public final CompletionStage<Void> finish(String text) {
        write(text);
        return finish();
    }

    /** Writes a map as JSON, and ends the answer. */
    public final CompletionStage<Void> finish(Map<String, ?> json) {
        write(json);
        return finish();
    }

    /** Whether the answer has ended. */
    public final boolean isFinished() {
        return response().isFinished();
    }

    /**
     * Redirects with 302. The address is sent as it is given, in UTF-8; for one of this application see {@link
     * #reverseUrl}.
     */
    public final void redirect(String url) {
        redirect(url, 302);
    }

    /** Redirects with 301 when permanent, else with 302. */
    public final void redirect(String url, boolean permanent) {
        redirect(url, permanent ? 301 : 302);
    }

    /**
     * Redirects, and ends the answer.
     *
     * @param status 300 to 399
     */
    public final void redirect(String url, int status) {
        response().requireNotStarted();
        if (status < 300 || status > 399) {
            throw new IllegalArgumentException("not the status of a redirect: " + status);
        }
        setStatus(status);
        // Octets of UTF-8, each as one character, since a header field has no others.
        setHeader("Location", new String(Escape.utf8(url), StandardCharsets.ISO_8859_1));
        finish();
    }

    /** Renders a template, and ends the answer with it. */
    public final void render(String template, Map<String, ?> variables) {
        finish(renderString(template, variables));
    }

    /**
     * Renders a template with these variables and those of {@link TemplateNamespace}.
     *
     * @throws IllegalStateException if the setting {@code template_engine} is missing
     */
    public final String renderString(String template, Map<String, ?> variables) {
        return settings().get(Settings.TEMPLATE_ENGINE).render(template, new TemplateNamespace(this).with(variables));
    }

    // ------------------------------------------------------------------ errors

    /** Drops what was written and answers with an error page; nothing more may be written. */
    public final void sendError(int status) {
        attached(run).sendError(status, null, null);
    }

    /** As {@link #sendError(int)}, with a reason phrase. */
    public final void sendError(int status, String reason) {
        attached(run).sendError(status, reason, null);
    }

    /**
     * Writes the body of an error page; override it for pages of one's own. Status and reason phrase are set.
     *
     * @param failure what was thrown, unless the handler asked for the page itself; its text is not for the client
     */
    protected void writeError(int status, Optional<Throwable> failure) throws Exception {
        boolean traceback =
                settings().get(Settings.SERVE_TRACEBACK) || settings().get(Settings.DEBUG);
        if (traceback && failure.isPresent()) {
            setHeader("Content-Type", "text/plain; charset=UTF-8");
            write(Traceback.of(failure.get()));
        } else {
            writeUncopied(ErrorPage.of(status, getReason()));
        }
    }

    /** Logs what a method threw: an {@link HttpError} if it has a message, everything else with its stack trace. */
    protected void logException(Throwable failure) {
        if (failure instanceof HttpError error) {
            if (!error.logMessage().isEmpty()) {
                Logs.GENERAL.log(
                        Level.WARNING,
                        () -> error.status() + " " + AccessLog.summary(request()) + ": " + error.logMessage());
            }
        } else {
            Logs.APPLICATION.log(Level.ERROR, "Uncaught exception " + AccessLog.summary(request()), failure);
        }
    }

    // ------------------------------------------------------------------ cookies

    /** The value of a cookie of the request. */
    public final Optional<String> getCookie(String name) {
        return Optional.ofNullable(request().cookies().get(name));
    }

    /** The value of a cookie of the request, or this when there is none. */
    public final String getCookie(String name, String fallback) {
        return getCookie(name).orElse(fallback);
    }

    /** Sets a cookie for the whole application, until the browser is closed. */
    public final void setCookie(String name, String value) {
        setCookie(Cookie.of(name, value));
    }

    /** Sets a cookie, in place of one of the same name that this answer sets already. Without a path: the mount point. */
    public final void setCookie(Cookie cookie) {
        response().setCookie(cookie.path().isPresent() ? cookie : cookie.path(cookiePath()));
    }

    private String cookiePath() {
        String root = rootPath();
        return root.isEmpty() ? "/" : root;
    }

    /** Deletes a cookie that was set for the whole application. */
    public final void clearCookie(String name) {
        clearCookie(Cookie.of(name, ""));
    }

    /** Deletes a cookie that was set with this path and domain; its value is of no account. */
    public final void clearCookie(Cookie cookie) {
        setCookie(cookie.withValue("").expires(Instant.now().minus(Duration.ofDays(365))));
    }

    /** Deletes every cookie that came with the request and was set for the whole application. */
    public final void clearAllCookies() {
        request().cookies().keySet().forEach(this::clearCookie);
    }

    /**
     * Sets a signed cookie for 30 days; needs the setting {@code cookie_secret}. For one with other attributes give
     * {@link #setCookie(Cookie)} the value of {@link #createSignedValue}.
     */
    public final void setSecureCookie(String name, String value) {
        setCookie(Cookie.of(name, createSignedValue(name, value))
                .expires(Instant.now().plus(Duration.ofDays(30))));
    }

    /** A value with its signature, as {@link #getSecureCookie} takes it. */
    public final String createSignedValue(String name, String value) {
        return SignedValues.create(settings().get(Settings.COOKIE_SECRET), name, value);
    }

    /** The value of a signed cookie that is no more than 31 days old; empty when it is missing, forged or too old. */
    public final Optional<byte[]> getSecureCookie(String name) {
        return getSecureCookie(name, SignedValues.DEFAULT_MAX_AGE);
    }

    /** The value of a signed cookie that is no older than this. */
    public final Optional<byte[]> getSecureCookie(String name, Duration maxAge) {
        return getCookie(name).flatMap(value -> readSignedValue(name, value, maxAge, SignedValues.DEFAULT_MIN_VERSION));
    }

    /** The value that {@link #createSignedValue} signed under this name, wherever it came from. */
    public final Optional<byte[]> readSignedValue(String name, String value, Duration maxAge, int minVersion) {
        return SignedValues.decode(
                settings().get(Settings.COOKIE_SECRET),
                name,
                value,
                maxAge,
                minVersion,
                application().clock());
    }

    // ------------------------------------------------------------------ the user

    /** Finds out who is signed in, from a cookie for instance; asked once for each request. */
    protected Optional<?> getCurrentUser() {
        return Optional.empty();
    }

    /** Who is signed in. */
    public final Optional<?> currentUser() {
        if (currentUser == null) {
            currentUser = getCurrentUser();
        }
        return currentUser;
    }

    /** An empty text counts as nobody, as in Tornado. */
    final boolean isSignedIn() {
        return currentUser().filter(user -> !"".equals(user)).isPresent();
    }

    /** Where {@link Authenticated} sends people; by default the setting {@code login_url}, below the mount point. */
    protected String getLoginUrl() {
        String url = settings().get(Settings.LOGIN_URL);
        return url.startsWith("/") && !url.startsWith("//") ? rootPath() + url : url;
    }

    // ------------------------------------------------------------------ XSRF

    private XsrfTokens xsrf() {
        if (xsrfTokens == null) {
            xsrfTokens = new XsrfTokens(getCookie(XSRF_COOKIE), application().clock());
        }
        return xsrfTokens;
    }

    /** The token that a form must send back as {@code _xsrf}; sets the cookie unless the request brought it. */
    public final String xsrfToken() {
        XsrfTokens tokens = xsrf();
        String text = tokens.text(settings().get(Settings.XSRF_COOKIE_VERSION));
        if (tokens.cookieIsDue()) {
            Cookie cookie = Cookie.of(XSRF_COOKIE, text);
            if (isSignedIn()) {
                cookie = cookie.expires(Instant.now().plus(Duration.ofDays(30)));
            }
            setCookie(settings().get(Settings.XSRF_COOKIE_ATTRIBUTES).apply(cookie));
        }
        return text;
    }

    /** A hidden form field with the token. */
    public final String xsrfFormHtml() {
        return "<input type=\"hidden\" name=\"_xsrf\" value=\"" + Escape.xhtmlEscape(xsrfToken()) + "\"/>";
    }

    /**
     * Compares the token of the request with its cookie; runs before {@link #prepare} where the setting {@code
     * xsrf_cookies} is on and the method changes something.
     *
     * @throws HttpError 403 if they differ or one is missing
     */
    protected void checkXsrfCookie() {
        String sent = getArgument(XSRF_COOKIE, "");
        if (sent.isEmpty()) {
            sent = request().headers().get("X-Xsrftoken", "");
        }
        if (sent.isEmpty()) {
            sent = request().headers().get("X-Csrftoken", "");
        }
        xsrf().check(sent);
    }

    // ------------------------------------------------------------------ links

    /**
     * The path of a named route with these arguments in the place of its groups, the mount point in front.
     *
     * @throws IllegalArgumentException if no route has the name
     */
    public final String reverseUrl(String name, Object... arguments) {
        return rootPath() + application().reverseUrl(name, arguments);
    }

    /**
     * The address of a static file, the mount point in front, with the version of its content so that clients may keep
     * it for ever; without one if there is no such file.
     *
     * @param path the file's path below the setting {@code static_path}, as it is: it is percent-encoded here
     * @throws IllegalStateException if the setting is missing
     */
    public final String staticUrl(String path) {
        return staticUrl(path, true);
    }

    /** As {@link #staticUrl(String)}, without the version if asked. */
    public final String staticUrl(String path, boolean includeVersion) {
        return rootPath() + application().staticFiles().url(path, includeVersion);
    }

    /**
     * As {@link #staticUrl(String, boolean)}, with {@code protocol://host} in front if asked: for mail and feeds, which
     * are read elsewhere. The host is the one that the client named.
     */
    public final String staticUrl(String path, boolean includeVersion, boolean includeHost) {
        String url = staticUrl(path, includeVersion);
        return includeHost ? request().protocol() + "://" + request().host() + url : url;
    }

    // ------------------------------------------------------------------ entity tags

    /** The entity tag of what was written; empty for none. Override it where a cheaper one is known. */
    protected Optional<String> computeEtag() {
        if (!application().automaticEtags()) {
            return Optional.empty();
        }
        OutputBuffer written = response().buffer();
        return Optional.of(EntityTag.of(written.data(), written.length()));
    }

    /** Sets the Etag header field to {@link #computeEtag}. */
    protected void setEtagHeader() {
        Optional<String> tag = computeEtag();
        if (tag.isPresent()) {
            setHeader("Etag", tag.get());
        }
    }

    /** Whether the request's If-None-Match names the answer's Etag, so that 304 is enough. */
    protected boolean checkEtagHeader() {
        String known = request().headers().get("If-None-Match", "");
        if (known.isEmpty()) {
            return false;
        }
        String tag = response().headers().get("Etag", "");
        return !tag.isEmpty() && EntityTag.matches(known, tag);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName()
                + (request == null ? "" : " " + AccessLog.summary(request) + " " + HttpStatus.reason(getStatus()));
    }
}
