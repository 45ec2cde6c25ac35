package landspout.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The parameters {@code landspout.*} of a deployment: those of the servlet or filter, and behind them those of the
 * context.
 */
final class InitParameters {

    static final String APPLICATION = "landspout.application";
    private static final String STRICT = "landspout.strict";
    private static final String PREFIX = "landspout.";

    private final Map<String, String> values = new HashMap<>();
    private final ServletContext context;

    private InitParameters(ServletContext context) {
        this.context = context;
        add(context.getInitParameterNames(), context::getInitParameter);
    }

    static InitParameters of(ServletConfig config) {
        InitParameters parameters = new InitParameters(config.getServletContext());
        parameters.add(config.getInitParameterNames(), config::getInitParameter);
        return parameters;
    }

    static InitParameters of(FilterConfig config) {
        InitParameters parameters = new InitParameters(config.getServletContext());
        parameters.add(config.getInitParameterNames(), config::getInitParameter);
        return parameters;
    }

    private void add(Enumeration<String> names, UnaryOperator<String> value) {
        for (String name : Collections.list(names)) {
            if (name.startsWith(PREFIX)) {
                values.put(name, value.apply(name).trim());
            }
        }
    }

    ServletContext context() {
        return context;
    }

    /** The class that supplies the application, if one is named. */
    @Nullable
    String application() {
        return values.get(APPLICATION);
    }

    /** Whether an application of which something cannot work here is not to be deployed. */
    boolean isStrict() {
        return Boolean.parseBoolean(values.get(STRICT));
    }

    /** The rest: the application's settings, by their names. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        values.forEach((name, value) -> {
            if (!name.equals(APPLICATION) && !name.equals(STRICT)) {
                settings.put(name.substring(PREFIX.length()), value);
            }
        });
        return settings;
    }
}
