package landspout.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import landspout.web.Application;
import landspout.web.DeploymentReport;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link Application} in front of what a Servlet container has already: requests that one of its rules matches
 * are served, all others go on through the chain as they came, their bodies unread.
 *
 * <pre>{@code
 * context.addFilter("shop", new FilterAdapter(application))
 *         .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
 * }</pre>
 *
 * <p>It takes the same init-params as {@link ServletAdapter}. Routes match the path below the context path, whatever
 * the filter's own mapping is.
 */
public final class FilterAdapter implements Filter {

    private final Deployment deployment;
    private volatile @Nullable MountPoint mountPoint;

    /** For the container: the application comes from the init-params or from {@code META-INF/services}. */
    public FilterAdapter() {
        this.deployment = new Deployment(null);
    }

    /** Runs this application. */
    public FilterAdapter(Application application) {
        this.deployment = new Deployment(Objects.requireNonNull(application));
    }

    /** Fails the deployment if not everything in the application works here; the init-param does the same. */
    public FilterAdapter strict() {
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
    public void init(FilterConfig config) throws ServletException {
        mountPoint = MountPoint.of(config.getServletContext().getContextPath(), "");
        deployment.begin(InitParameters.of(config));
    }

    /** Stops the application. */
    @Override
    public void destroy() {
        deployment.end();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest)
                || !(response instanceof HttpServletResponse httpResponse)
                || !serve(httpRequest, httpResponse)) {
            chain.doFilter(request, response);
        }
    }

    private boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Application application = deployment.running();
        MountPoint context = mountPoint;
        DispatcherType type = request.getDispatcherType();
        if (application == null
                || context == null
                || (type != DispatcherType.REQUEST && type != DispatcherType.FORWARD)) {
            return false;
        }
        String path = context.cut(request.getRequestURI());
        return path != null
                && Deployment.serveIfRouted(
                        application, new ServletExchange(request, response, context, path, deployment.bodyReader()));
    }
}
