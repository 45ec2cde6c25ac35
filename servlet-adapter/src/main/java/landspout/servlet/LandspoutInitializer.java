package landspout.servlet;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import landspout.web.Application;
import org.jspecify.annotations.Nullable;

/**
 * Deploys the application that the context-param {@code landspout.application} names or {@code META-INF/services}
 * announces, at {@code /*}, without a servlet in {@code web.xml}. Leaves a WAR alone that names a {@link ServletAdapter}
 * or {@link FilterAdapter} itself, and says in the log where there is no application at all.
 *
 * <p>A convenience: Jetty runs no initializer without its annotations module, and says nothing.
 */
public final class LandspoutInitializer implements ServletContainerInitializer {

    private static final System.Logger LOGGER = System.getLogger("landspout.general");
    private static final String SERVLET_NAME = "landspout";

    /** For the container. */
    public LandspoutInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if (names(context.getServletRegistrations(), ServletAdapter.class)
                || names(context.getFilterRegistrations(), FilterAdapter.class)) {
            return;
        }
        InitParameters parameters = InitParameters.of(context);
        Optional<Application> found = ApplicationLookup.find(parameters);
        if (found.isEmpty()) {
            LOGGER.log(
                    Level.WARNING,
                    ApplicationLookup.NOTHING_FOUND + ". A ServletAdapter or FilterAdapter that is added in code needs"
                            + " none of this");
            return;
        }
        // Here, since what is thrown here fails the deployment in every container.
        Deployment deployment = new Deployment(null);
        deployment.prepare(found.get(), parameters);
        ServletRegistration.Dynamic servlet = context.addServlet(SERVLET_NAME, new ServletAdapter(deployment));
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
