package landspout.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import landspout.web.Application;
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

    static InitParameters of(ServletContext context) {
        return new InitParameters(context);
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

    /**
     * Whether an application of which something cannot work here is not to be deployed.
     *
     * @throws ServletException if the parameter is neither {@code true} nor {@code false}
     */
    boolean isStrict() throws ServletException {
        String value = values.getOrDefault(STRICT, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new ServletException("the init-param or context-param " + STRICT + " is \"" + value
                    + "\". Remedy: make it true or false, or remove it");
        }
        return value.equals("true");
    }

    /**
     * This application with the rest of the parameters: its settings, by their names.
     *
     * @throws ServletException if one is no setting, or not its value
     */
    Application configure(Application application) throws ServletException {
        Map<String, String> settings = settings();
        try {
            return application.withSettings(settings);
        } catch (IllegalArgumentException wrong) {
            // Without a cause, since Tomcat shows that alone.
            throw new ServletException("the init-param or context-param " + culprit(application, settings, wrong)
                    + " is wrong: " + wrong.getMessage() + ". Besides settings there are " + APPLICATION + " and "
                    + STRICT + ". Remedy: correct its name or value, or remove it");
        }
    }

    /** The parameter that fails by itself as all do together; settings may also be wrong only with each other. */
    private static String culprit(Application application, Map<String, String> settings, Exception wrong) {
        for (Map.Entry<String, String> each : settings.entrySet()) {
            try {
                application.withSettings(Map.of(each.getKey(), each.getValue()));
            } catch (IllegalArgumentException alone) {
                if (Objects.equals(alone.getMessage(), wrong.getMessage())) {
                    return PREFIX + each.getKey();
                }
            }
        }
        return PREFIX + "<setting>";
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        values.forEach((name, value) -> {
            if (!name.equals(APPLICATION) && !name.equals(STRICT)) {
                settings.put(name.substring(PREFIX.length()), value);
            }
        });
        return settings;
    }
}
