package landspout.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cookie to set: one {@code Set-Cookie} header, spelled as Tornado spells it. Immutable; each method gives a new
 * cookie.
 *
 * <pre>{@code
 * Cookie.of("session", token).path("/").httpOnly(true).secure(true).sameSite(Cookie.SameSite.LAX)
 * }</pre>
 *
 * <p>What could break out of its place is refused with {@link IllegalArgumentException} where it is given.
 */
public final class Cookie {

    /** Whether the cookie goes along with requests from other sites. */
    public enum SameSite {
        STRICT("Strict"),
        LAX("Lax"),
        /** Browsers want {@link Cookie#secure} with it. */
        NONE("None");

        private final String text;

        SameSite(String text) {
            this.text = text;
        }
    }

    private static final String PATH = "Path";

    private final String name;
    private final String value;

    /** In Python's order: alphabetical, whatever the case. A flag has an empty value. */
    private final TreeMap<String, String> attributes;

    private Cookie(String name, String value, TreeMap<String, String> attributes) {
        this.name = name;
        this.value = value;
        this.attributes = attributes;
    }

    /**
     * A cookie of the browser's session, without attributes.
     *
     * @param name a token; not the name of an attribute such as {@code path}
     * @param value text of the characters U+0021 to U+00FF; for any others {@code Escape.urlEscape} it, or sign it
     * @throws IllegalArgumentException when the name or value holds anything else
     */
    public static Cookie of(String name, String value) {
        if (!CookieText.isName(name)) {
            throw new IllegalArgumentException("a cookie name must be a token and no attribute's name");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > 0xFF) {
                throw refused("value of cookie " + name, c);
            }
        }
        return new Cookie(name, value, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** The host and all below it, instead of the host that sets the cookie. */
    public Cookie domain(String domain) {
        return withText("Domain", domain);
    }

    /** The path below which the cookie is sent; empty for no such attribute, when browsers take that of the request. */
    public Cookie path(String path) {
        return path.isEmpty() ? with(PATH, path) : withText(PATH, path);
    }

    /**
     * When the browser forgets the cookie, to the second; a time gone by deletes it.
     *
     * @throws IllegalArgumentException outside the years 0 to 9999
     */
    public Cookie expires(Instant expires) {
        return with("expires", HttpDates.format(expires));
    }

    /** How long the browser keeps the cookie, in whole seconds; it wins over {@link #expires}. */
    public Cookie maxAge(Duration maxAge) {
        return with("Max-Age", Long.toString(maxAge.toSeconds()));
    }

    /** Whether scripts are kept from the cookie. */
    public Cookie httpOnly(boolean httpOnly) {
        return withFlag("HttpOnly", httpOnly);
    }

    /** Whether the cookie is sent over TLS alone. */
    public Cookie secure(boolean secure) {
        return withFlag("Secure", secure);
    }

    /** Whether the cookie goes along with requests from other sites; browsers take {@link SameSite#LAX} if not said. */
    public Cookie sameSite(SameSite sameSite) {
        return with("SameSite", sameSite.text);
    }

    /** The same cookie with this value, checked as in {@link #of}. */
    public Cookie withValue(String newValue) {
        return new Cookie(name, of(name, newValue).value, attributes);
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** The path, if one was given; it may be empty. */
    public Optional<String> path() {
        return Optional.ofNullable(attributes.get(PATH));
    }

    /** The value of the {@code Set-Cookie} header: characters U+0020 to U+00FF, without U+007F. */
    public String toHeaderValue() {
        StringBuilder header = new StringBuilder(64).append(name).append('=').append(CookieText.quote(value));
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (attribute.getKey().equals(PATH) && attribute.getValue().isEmpty()) {
                continue;
            }
            header.append("; ").append(attribute.getKey());
            if (!attribute.getValue().isEmpty()) {
                header.append('=').append(attribute.getValue());
            }
        }
        return header.toString();
    }

    /** The name alone: values are secrets more often than not. */
    @Override
    public String toString() {
        return "Cookie[" + name + "]";
    }

    private Cookie withText(String attribute, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == ';' || c == 0x7F || c > 0xFF) {
                throw refused(attribute + " of cookie " + name, c);
            }
        }
        return text.isEmpty() ? without(attribute) : with(attribute, text);
    }

    private Cookie withFlag(String attribute, boolean on) {
        return on ? with(attribute, "") : without(attribute);
    }

    private Cookie with(String attribute, String text) {
        TreeMap<String, String> changed = new TreeMap<>(attributes);
        changed.put(attribute, text);
        return new Cookie(name, value, changed);
    }

    private Cookie without(String attribute) {
        TreeMap<String, String> changed = new TreeMap<>(attributes);
        changed.remove(attribute);
        return new Cookie(name, value, changed);
    }

    private static IllegalArgumentException refused(String where, char c) {
        return new IllegalArgumentException(where + " must not contain U+" + String.format("%04X", (int) c));
    }
}
