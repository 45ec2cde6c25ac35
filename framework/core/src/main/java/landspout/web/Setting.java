package landspout.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The key of one setting: its name, its type, and what holds when it is not set.
 *
 * <p>The framework's own are in {@link Settings}; an application makes its own in the same way, where Tornado puts
 * whatever it likes into {@code settings}:
 *
 * <pre>{@code
 * static final Setting<DataSource> DATABASE = Setting.of("database", DataSource.class);
 * }</pre>
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    private final String name;
    private final Class<T> type;
    private final @Nullable T fallback;
    private final @Nullable Function<String, T> parser;

    private Setting(String name, Class<T> type, @Nullable T fallback, @Nullable Function<String, T> parser) {
        this.name = name;
        this.type = type;
        this.fallback = fallback;
        this.parser = parser;
    }

    /** A setting that has no value until it is set. */
    public static <T> Setting<T> of(String name, Class<T> type) {
        return new Setting<>(name, type, null, null);
    }

    /** The same setting, with a value for when it is not set. */
    public Setting<T> withDefault(T value) {
        return new Setting<>(name, type, value, parser);
    }

    /** The same setting, which may also be given as text, in a {@code web.xml} for instance. */
    public Setting<T> withParser(Function<String, T> fromText) {
        return new Setting<>(name, type, fallback, fromText);
    }

    /** Its name, as Tornado spells it: {@code cookie_secret}. */
    public String name() {
        return name;
    }

    Optional<T> fallback() {
        return Optional.ofNullable(fallback);
    }

    T cast(Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the setting " + name + " is a " + type.getSimpleName() + ", not a "
                    + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    T parse(String text) {
        if (parser == null) {
            throw new IllegalArgumentException(
                    "the setting " + name + " cannot be given as text: set it where the application is built");
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    "the setting " + name + " cannot be \"" + text + "\": " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
