package landspout.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import landspout.http.HeaderSyntax;
import landspout.http.HttpStatus;
import landspout.web.Application;
import landspout.web.DeploymentReport;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link Application} in a Servlet container: Tornado's {@code WSGIAdapter}. What needs the event loop is off
 * and answers 501; the log says at deployment what that is.
 *
 * <pre>{@code
 * context.addServlet("shop", new ServletAdapter(application)).addMapping("/*");
 * }</pre>
 *
 * <p>Or in {@code web.xml}, with the application from a class of the WAR:
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>shop</servlet-name>
 *   <servlet-class>landspout.servlet.ServletAdapter</servlet-class>
 *   <init-param>
 *     <param-name>landspout.application</param-name>
 *     <param-value>com.example.Shop</param-value>
 *   </init-param>
 *   <load-on-startup>1</load-on-startup>
 * </servlet>
 * <servlet-mapping>
 *   <servlet-name>shop</servlet-name>
 *   <url-pattern>/*</url-pattern>
 * </servlet-mapping>
 * }</pre>
 *
 * <p>The init-params, behind which the context-params of the same names stand:
 *
 * <ul>
 *   <li>{@code landspout.application}: a class that implements {@code Supplier<Application>}; by default the one
 *       {@link ApplicationSupplier} that {@code META-INF/services} announces
 *   <li>{@code landspout.strict}: {@code true} to deploy only an application that works here as a whole
 *   <li>{@code landspout.<setting>}: a setting of the application by its name, such as {@code landspout.debug}
 * </ul>
 *
 * <p>Routes match the path below the mount point, which is the context path and, for a mapping such as {@code /api/*},
 * its prefix. Map it at {@code /*}: with {@code /}, JSPs and welcome files step in front.
 */
public final class ServletAdapter extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final System.Logger LOGGER = System.getLogger("landspout.general");

    private final transient Deployment deployment;
    private transient volatile @Nullable MountPoints mountPoints;

    /** For the container: the application comes from the init-params or from {@code META-INF/services}. */
    public ServletAdapter() {
        this(new Deployment(null));
    }

    /** Runs this application. */
    public ServletAdapter(Application application) {
        this(new Deployment(Objects.requireNonNull(application)));
    }

    ServletAdapter(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Fails the deployment if not everything in the application works here; the init-param does the same. */
    public ServletAdapter strict() {
        deployment.strict();
        return this;
    }

    /**
     * What of the application works here and what does not.
     *
     * @throws IllegalStateException before the container has made an application that was not given
     */
    public DeploymentReport report() {
        return deployment.report();
    }

    /** Starts the application. */
    @Override
    public void init() throws ServletException {
        ServletRegistration registration = getServletContext().getServletRegistration(getServletName());
        Collection<String> mappings = registration == null ? List.of() : registration.getMappings();
        mountPoints = new MountPoints(getServletContext().getContextPath(), mappings);
        deployment.begin(InitParameters.of(getServletConfig()));
    }

    /** Stops the application. */
    @Override
    public void destroy() {
        deployment.end();
    }

    /** Serves every request, whatever its method: nothing of {@code HttpServlet}'s own methods is used. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Application application = deployment.running();
        MountPoints points = mountPoints;
        if (application == null || points == null) {
            throw new ServletException("the application is not running: init has not been called, or destroy has");
        }
        DispatcherType type = request.getDispatcherType();
        if (type != DispatcherType.REQUEST && type != DispatcherType.FORWARD) {
            refuse(type, request, response);
            return;
        }
        MountPoint mountPoint = points.of(request);
        String path = mountPoint.cut(request.getRequestURI());
        if (path == null) {
            LOGGER.log(
                    Level.WARNING,
                    "400: not below the mount point \"" + mountPoint.rootPath() + "\": "
                            + HeaderSyntax.escape(request.getRequestURI()));
            PlainAnswer.send(response, 400, "Bad Request");
            return;
        }
        Deployment.serve(
                application, new ServletExchange(request, response, mountPoint, path, deployment.bodyReader()));
    }

    /** The container's own error pages are left to nobody: they are the plain page, without version or stack trace. */
    private static void refuse(DispatcherType type, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String what = "an application serves requests and forwards; this is a dispatch of the type " + type + ": "
                + HeaderSyntax.escape(request.getRequestURI());
        LOGGER.log(Level.WARNING, what);
        if (type != DispatcherType.ERROR) {
            throw new ServletException(what);
        }
        // An exception here would be answered with another error dispatch.
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        PlainAnswer.send(response, status, HttpStatus.reason(status));
    }
}
