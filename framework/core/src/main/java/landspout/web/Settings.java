package landspout.web;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import landspout.http.HeaderSyntax;
import landspout.http.RequestLimits;
import landspout.template.TemplateEngine;

/**
 * An application's settings: Tornado's {@code application.settings}, with checked types.
 *
 * <pre>{@code
 * Application app = Application.builder(route("/", MainHandler::new))
 *         .set(Settings.COOKIE_SECRET, SigningKeys.of(secret))
 *         .set(Settings.XSRF_COOKIES, true)
 *         .build();
 * }</pre>
 */
public final class Settings {

    /** What cookies are signed with; Tornado's {@code cookie_secret} and {@code key_version}. */
    public static final Setting<SigningKeys> COOKIE_SECRET =
            Setting.of("cookie_secret", SigningKeys.class).withParser(SigningKeys::of);

    /** Where {@link Authenticated} sends those who are not signed in. A path is taken below the mount point. */
    public static final Setting<String> LOGIN_URL = text("login_url");

    /** The directory of the static files, served below {@link #STATIC_URL_PREFIX}. */
    public static final Setting<StaticRoot> STATIC_PATH =
            Setting.of("static_path", StaticRoot.class).withParser(text -> StaticRoot.directory(Path.of(text)));

    /** Where the static files are found by clients. */
    public static final Setting<String> STATIC_URL_PREFIX =
            text("static_url_prefix").withDefault("/static/");

    /** What {@code render} renders with; the templates module has one. */
    public static final Setting<TemplateEngine> TEMPLATE_ENGINE = Setting.of("template_engine", TemplateEngine.class);

    /** Whether answers are compressed for clients that take it. */
    public static final Setting<Boolean> COMPRESS_RESPONSE = flag("compress_response", false);

    /** Whether requests that change something must bring the XSRF token. */
    public static final Setting<Boolean> XSRF_COOKIES = flag("xsrf_cookies", false);

    /** The version of the XSRF tokens that are given out, 1 or 2; both are taken. */
    public static final Setting<Integer> XSRF_COOKIE_VERSION =
            number("xsrf_cookie_version").withDefault(XsrfToken.DEFAULT_VERSION);

    /** Changes the XSRF cookie before it is set; Tornado's {@code xsrf_cookie_kwargs}. */
    public static final Setting<CookieAttributes> XSRF_COOKIE_ATTRIBUTES =
            Setting.of("xsrf_cookie_attributes", CookieAttributes.class).withDefault(cookie -> cookie);

    /** Whether answers get an Etag made from their body. */
    public static final Setting<Boolean> AUTOMATIC_ETAGS = flag("automatic_etags", true);

    /** Whether a 405 says in {@code Allow} what there is (RFC 9110, 15.5.6). Tornado's does not. */
    public static final Setting<Boolean> ALLOW_HEADER = flag("allow_header", true);

    /** Whether error pages show the stack trace. For development only. */
    public static final Setting<Boolean> SERVE_TRACEBACK = flag("serve_traceback", false);

    /** For development: {@link #SERVE_TRACEBACK}, and static files are looked at anew for each request. */
    public static final Setting<Boolean> DEBUG = flag("debug", false);

    /** Whether the access log has a line for every request. Requests that fail with 4xx or 5xx always have one. */
    public static final Setting<Boolean> LOG_ALL_REQUESTS = flag("log_all_requests", false);

    /** The largest request body in octets; more is 413. 100 MiB by default, as in Tornado. */
    public static final Setting<Long> MAX_BODY_SIZE = Setting.of("max_body_size", Long.class)
            .withDefault(RequestLimits.DEFAULTS.maxBodySize())
            .withParser(Settings::wholeNumber);

    /** How much of a body is kept in memory, in octets; what is larger goes to a temporary file. 1 MiB by default. */
    public static final Setting<Integer> BODY_MEMORY_THRESHOLD =
            number("body_memory_threshold").withDefault(RequestLimits.DEFAULTS.memoryThreshold());

    /** The largest urlencoded form, and all fields of a multipart one, in octets; more is 413. 10 MiB by default. */
    public static final Setting<Integer> MAX_FORM_SIZE =
            number("max_form_size").withDefault(RequestLimits.DEFAULTS.maxFormSize());

    /** The largest number of arguments in a query or a urlencoded form; more is 400. 10,000 by default. */
    public static final Setting<Integer> MAX_FIELDS =
            number("max_fields").withDefault(RequestLimits.DEFAULTS.maxFields());

    /** The largest number of parts in a multipart form; more is 400. 100 by default. */
    public static final Setting<Integer> MAX_PARTS = number("max_parts").withDefault(RequestLimits.DEFAULTS.maxParts());

    /** The largest header of a part in octets; more is 400. 10 KiB by default. */
    public static final Setting<Integer> MAX_PART_HEADER_SIZE =
            number("max_part_header_size").withDefault(RequestLimits.DEFAULTS.maxPartHeaderSize());

    /** How many cookies of a request are taken; the rest is ignored. 1,000 by default. */
    public static final Setting<Integer> MAX_COOKIES =
            number("max_cookies").withDefault(RequestLimits.DEFAULTS.maxCookies());

    /**
     * The mount point as clients see it, where a proxy in front maps it to another; in the place of the host's own in
     * every link, redirect and cookie path.
     */
    public static final Setting<String> PUBLIC_ROOT_PATH = text("public_root_path");

    /** The longest WebSocket message that is taken, in octets; 10 MiB by default. */
    public static final Setting<Integer> WEBSOCKET_MAX_MESSAGE_SIZE =
            number("websocket_max_message_size").withDefault(10 << 20);

    /** How often WebSocket clients are pinged; zero, the default, for never. As text: seconds. */
    public static final Setting<Duration> WEBSOCKET_PING_INTERVAL =
            seconds("websocket_ping_interval").withDefault(Duration.ZERO);

    /** How long a WebSocket client may take to answer a ping; by default as long as the interval. As text: seconds. */
    public static final Setting<Duration> WEBSOCKET_PING_TIMEOUT = seconds("websocket_ping_timeout");

    private static final Map<String, Setting<?>> KNOWN = List.of(
                    COOKIE_SECRET,
                    LOGIN_URL,
                    STATIC_PATH,
                    STATIC_URL_PREFIX,
                    TEMPLATE_ENGINE,
                    COMPRESS_RESPONSE,
                    XSRF_COOKIES,
                    XSRF_COOKIE_VERSION,
                    XSRF_COOKIE_ATTRIBUTES,
                    AUTOMATIC_ETAGS,
                    ALLOW_HEADER,
                    SERVE_TRACEBACK,
                    DEBUG,
                    LOG_ALL_REQUESTS,
                    MAX_BODY_SIZE,
                    BODY_MEMORY_THRESHOLD,
                    MAX_FORM_SIZE,
                    MAX_FIELDS,
                    MAX_PARTS,
                    MAX_PART_HEADER_SIZE,
                    MAX_COOKIES,
                    PUBLIC_ROOT_PATH,
                    WEBSOCKET_MAX_MESSAGE_SIZE,
                    WEBSOCKET_PING_INTERVAL,
                    WEBSOCKET_PING_TIMEOUT)
            .stream()
            .collect(Collectors.toMap(Setting::name, setting -> setting));

    private final Map<Setting<?>, Object> values;

    Settings(Map<Setting<?>, Object> values) {
        this.values = new HashMap<>(values);
        check();
    }

    /**
     * The value of a setting, or its default.
     *
     * @throws IllegalStateException if it has neither; Tornado's {@code require_setting}
     */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException(
                        "the setting " + setting + " is needed: give it to Application.builder(...).set(...)"));
    }

    /** The value of a setting, or its default; empty if it has neither. */
    public <T> Optional<T> find(Setting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.fallback() : Optional.of(setting.cast(value));
    }

    /**
     * These settings and some more, given as text by name.
     *
     * @throws IllegalArgumentException for a name that no setting has, and for text that is no value of its
     */
    Settings with(Map<String, String> texts) {
        Map<Setting<?>, Object> all = new HashMap<>(values);
        texts.forEach((name, text) -> {
            Setting<?> setting = Optional.<Setting<?>>ofNullable(KNOWN.get(name))
                    .or(() -> own(name))
                    .orElseThrow(() -> new IllegalArgumentException("there is no setting " + name + "; there are "
                            + KNOWN.keySet().stream().sorted().toList()
                            + " and those of its own that the application sets"));
            all.put(setting, setting.parse(text));
        });
        return new Settings(all);
    }

    private Optional<Setting<?>> own(String name) {
        return values.keySet().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /**
     * The limits on requests.
     *
     * @throws IllegalArgumentException if one is negative, or too large for its purpose
     */
    RequestLimits requestLimits() {
        return new RequestLimits(
                get(MAX_BODY_SIZE),
                get(BODY_MEMORY_THRESHOLD),
                get(MAX_FORM_SIZE),
                get(MAX_FIELDS),
                get(MAX_PARTS),
                get(MAX_PART_HEADER_SIZE),
                get(MAX_COOKIES));
    }

    private void check() {
        values.forEach(Setting::cast);
        checkNames();
        int version = get(XSRF_COOKIE_VERSION);
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("the setting xsrf_cookie_version is 1 or 2, not " + version);
        }
        String prefix = get(STATIC_URL_PREFIX);
        if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
            throw new IllegalArgumentException(
                    "the setting static_url_prefix begins and ends with a slash, unlike \"" + prefix + "\"");
        }
        if (values.containsKey(STATIC_URL_PREFIX) && find(STATIC_PATH).isEmpty()) {
            throw new IllegalArgumentException(
                    "the setting static_url_prefix says where the files of static_path are found: set static_path too");
        }
        String root = find(PUBLIC_ROOT_PATH).orElse("");
        if (!root.isEmpty() && !isRootPath(root)) {
            throw new IllegalArgumentException("the setting public_root_path is a path such as /shop, with one slash at"
                    + " its begin and none at its end, unlike \"" + HeaderSyntax.escape(root) + "\"");
        }
        String login = find(LOGIN_URL).orElse("/");
        if (login.isEmpty() || !HeaderSyntax.isFieldValue(login)) {
            throw new IllegalArgumentException(
                    "the setting login_url is an address, unlike \"" + HeaderSyntax.escape(login) + "\"");
        }
        if (get(WEBSOCKET_MAX_MESSAGE_SIZE) <= 0) {
            throw new IllegalArgumentException(
                    "the setting websocket_max_message_size is above zero, unlike " + get(WEBSOCKET_MAX_MESSAGE_SIZE));
        }
        requireNotNegative(WEBSOCKET_PING_INTERVAL);
        requireNotNegative(WEBSOCKET_PING_TIMEOUT);
        if (find(WEBSOCKET_PING_TIMEOUT).isPresent()
                && get(WEBSOCKET_PING_INTERVAL).isZero()) {
            throw new IllegalArgumentException(
                    "the setting websocket_ping_timeout is for answers to pings, and none are"
                            + " sent: set websocket_ping_interval above zero");
        }
        requestLimits();
    }

    private void checkNames() {
        Map<String, Setting<?>> byName = new HashMap<>(KNOWN);
        for (Setting<?> setting : values.keySet()) {
            Setting<?> other = byName.putIfAbsent(setting.name(), setting);
            if (other != null && !other.equals(setting)) {
                throw new IllegalArgumentException("two settings have the name " + setting
                        + ": use the one of Settings, or give the application's own another name");
            }
        }
    }

    /** It goes into links, redirects and cookie paths, and must end or change none of them. */
    private static boolean isRootPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= 0x20 || c >= 0x7f || "\\;?#\"<>".indexOf(c) >= 0) {
                return false;
            }
        }
        return LocalPath.of(path).equals(path) && !path.endsWith("/");
    }

    private void requireNotNegative(Setting<Duration> setting) {
        if (find(setting).orElse(Duration.ZERO).isNegative()) {
            throw new IllegalArgumentException("the setting " + setting + " is no negative time");
        }
    }

    private static Setting<String> text(String name) {
        return Setting.of(name, String.class).withParser(text -> text);
    }

    private static Setting<Integer> number(String name) {
        return Setting.of(name, Integer.class).withParser(text -> {
            long number = wholeNumber(text);
            if (number != (int) number) {
                throw new IllegalArgumentException("the largest number is " + Integer.MAX_VALUE);
            }
            return (int) number;
        });
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("a whole number is needed", wrong);
        }
    }

    private static Setting<Duration> seconds(String name) {
        return Setting.of(name, Duration.class).withParser(text -> {
            try {
                return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
            } catch (ArithmeticException | NumberFormatException wrong) {
                throw new IllegalArgumentException("a number of seconds is needed, such as 30 or 0.5", wrong);
            }
        });
    }

    private static Setting<Boolean> flag(String name, boolean fallback) {
        return Setting.of(name, Boolean.class).withDefault(fallback).withParser(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        });
    }
}
