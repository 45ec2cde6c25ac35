package landspout.servlet;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import landspout.web.Application;
import landspout.web.DeploymentReport;
import org.jspecify.annotations.Nullable;

/** An application in a container, from deployment to undeployment; what the servlet and the filter have in common. */
final class Deployment {

    private static final System.Logger LOGGER = System.getLogger("landspout.general");

    private final Application application;
    private final BodyReader bodyReader = new BodyReader();

    private Deployment(Application application) {
        this.application = application;
    }

    /**
     * Finds the application if there is none yet, gives it its settings, says in the log what of it works here, and
     * starts it.
     *
     * @throws ServletException if the deployment is to fail
     */
    static Deployment begin(@Nullable Application given, boolean strict, InitParameters parameters)
            throws ServletException {
        Application application = configured(given == null ? find(parameters) : given, parameters);
        DeploymentReport report = report(application);
        if ((strict || parameters.isStrict()) && !report.isComplete()) {
            throw new ServletException("not everything in this application works in a Servlet container, and"
                    + " landspout.strict asks for that; " + report);
        }
        LOGGER.log(report.isComplete() ? Level.INFO : Level.WARNING, report.toString());
        application.start();
        return new Deployment(application);
    }

    /** What of an application works behind a servlet: everything that needs no feature of the host. */
    static DeploymentReport report(Application application) {
        return application.report(feature -> false);
    }

    private static Application find(InitParameters parameters) throws ServletException {
        ClassLoader loader = ApplicationLookup.loader(parameters.context());
        String className = parameters.application();
        return className != null
                ? ApplicationLookup.named(className, loader)
                : ApplicationLookup.announced(loader).orElseThrow(ApplicationLookup::nothingFound);
    }

    private static Application configured(Application application, InitParameters parameters) throws ServletException {
        try {
            return application.withSettings(parameters.settings());
        } catch (IllegalArgumentException wrong) {
            // Without a cause, since Tomcat shows that alone.
            throw new ServletException("an init-param or context-param landspout.<setting> is wrong: "
                    + wrong.getMessage() + ". Remedy: correct its name or value, or remove it");
        }
    }

    void end() {
        application.stop();
    }

    Application application() {
        return application;
    }

    BodyReader bodyReader() {
        return bodyReader;
    }

    /** Serves a request whatever it is. */
    void serve(ServletExchange exchange) throws IOException {
        try {
            application.handle(exchange);
        } catch (RuntimeException | Error failure) {
            tell(failure);
        }
        exchange.conclude();
    }

    /** Serves a request if a rule matches it; otherwise nothing has been touched. */
    boolean serveIfRouted(ServletExchange exchange) throws IOException {
        boolean routed;
        try {
            routed = application.handleIfRouted(exchange);
        } catch (RuntimeException | Error failure) {
            tell(failure);
            routed = true;
        }
        if (routed) {
            exchange.conclude();
        }
        return routed;
    }

    /** Containers show what is thrown at them to the client, so nothing may reach them. */
    private static void tell(Throwable failure) {
        LOGGER.log(Level.ERROR, "the application failed outside of a handler", failure);
    }
}
