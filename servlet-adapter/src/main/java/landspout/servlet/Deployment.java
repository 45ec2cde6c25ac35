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

    private final @Nullable Application given;
    private final BodyReader bodyReader = new BodyReader();
    private volatile boolean strict;
    private volatile @Nullable Application prepared;

    /** Of this application or, without one, of the one that the parameters name or the WAR announces. */
    Deployment(@Nullable Application given) {
        this.given = given;
    }

    /** Fails the deployment if not everything in the application works here. */
    void strict() {
        strict = true;
    }

    /** What of the application works behind a servlet: everything that needs no feature of the host. */
    DeploymentReport report() {
        Application deployed = prepared;
        Application application = deployed == null ? given : deployed;
        if (application == null) {
            throw new IllegalStateException("there is no application before the container has called init");
        }
        return report(application);
    }

    private static DeploymentReport report(Application application) {
        return application.report(feature -> false);
    }

    /**
     * Gives the application its settings, and says in the log what of it works here.
     *
     * @throws ServletException if the deployment is to fail
     */
    Application prepare(Application application, InitParameters parameters) throws ServletException {
        Application configured = parameters.configure(application);
        DeploymentReport report = report(configured);
        boolean isStrict = parameters.isStrict() || strict;
        if (isStrict && !report.isComplete()) {
            throw new ServletException("not everything in this application works in a Servlet container, and"
                    + " landspout.strict asks for that; " + report);
        }
        LOGGER.log(report.isComplete() ? Level.INFO : Level.WARNING, report.toString());
        prepared = configured;
        return configured;
    }

    /**
     * Starts the application; finds and prepares it first where nobody has done so.
     *
     * @throws ServletException if the deployment is to fail
     */
    void begin(InitParameters parameters) throws ServletException {
        // Tomcat starts a context without its servlet, and why is not in catalina.out.
        try {
            Application ready = prepared;
            (ready == null ? prepare(application(parameters), parameters) : ready).start();
        } catch (ServletException refused) {
            LOGGER.log(Level.ERROR, "the application is not deployed: " + refused.getMessage());
            throw refused;
        } catch (RuntimeException | Error failed) {
            LOGGER.log(Level.ERROR, "the application is not deployed: it does not start", failed);
            throw failed;
        }
    }

    private Application application(InitParameters parameters) throws ServletException {
        return given != null
                ? given
                : ApplicationLookup.find(parameters)
                        .orElseThrow(() -> new ServletException(ApplicationLookup.NOTHING_FOUND));
    }

    /** Stops the application. */
    void end() {
        Application running = prepared;
        prepared = null;
        if (running != null) {
            running.stop();
        }
    }

    /** The application between {@link #begin} and {@link #end}. */
    @Nullable
    Application running() {
        return prepared;
    }

    BodyReader bodyReader() {
        return bodyReader;
    }

    /** Serves a request whatever it is. */
    static void serve(Application application, ServletExchange exchange) throws IOException {
        try {
            application.handle(exchange);
        } catch (RuntimeException | Error failure) {
            tell(failure);
        }
        exchange.conclude();
    }

    /** Serves a request if a rule matches it; otherwise nothing has been touched. */
    static boolean serveIfRouted(Application application, ServletExchange exchange) throws IOException {
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
