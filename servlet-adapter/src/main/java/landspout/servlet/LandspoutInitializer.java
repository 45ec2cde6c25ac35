package landspout.servlet;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import landspout.web.Application;
import org.jspecify.annotations.Nullable;

/**
 * Deploys the application that {@code META-INF/services} announces, at {@code /*}, without a {@code web.xml}. Does
 * nothing where the WAR names a {@link ServletAdapter} or {@link FilterAdapter} itself, or announces no application.
 *
 * <p>A convenience: Jetty runs no initializer without its annotations module, and says nothing.
 */
public final class LandspoutInitializer implements ServletContainerInitializer {

    private static final String SERVLET_NAME = "landspout";

    /** For the container. */
    public LandspoutInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if (names(context.getServletRegistrations(), ServletAdapter.class)
                || names(context.getFilterRegistrations(), FilterAdapter.class)) {
            return;
        }
        Optional<Application> announced = ApplicationLookup.announced(ApplicationLookup.loader(context));
        if (announced.isEmpty()) {
            return;
        }
        ServletRegistration.Dynamic servlet = context.addServlet(SERVLET_NAME, new ServletAdapter(announced.get()));
        if (servlet == null) {
            throw new ServletException("a servlet is named \"" + SERVLET_NAME
                    + "\" already. Remedy: rename it, or name the ServletAdapter in web.xml");
        }
        // So that the application starts and stops with the deployment, not with the first request.
        servlet.setLoadOnStartup(1);
        servlet.setAsyncSupported(true);
        if (!servlet.addMapping("/*").isEmpty()) {
            throw new ServletException("a servlet is mapped at /* already. Remedy: map it elsewhere, or name the"
                    + " ServletAdapter and its mapping in web.xml");
        }
    }

    private static boolean names(Map<String, ? extends Registration> registrations, Class<?> type) {
        return registrations.values().stream().anyMatch(each -> type.getName().equals(each.getClassName()));
    }
}
