package landspout.samples.war;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;

/**
 * Reads a WAR's {@code web.xml}, and makes Tomcat stricter than it is: it does not clean up when a WAR is undeployed, which
 * would hide a leak, and a servlet that does not start fails the deployment.
 */
final class StrictConfig extends ContextConfig {

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        super.lifecycleEvent(event);
        if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
            StandardContext context = (StandardContext) event.getLifecycle();
            context.setClearReferencesThreadLocals(false);
            context.setClearReferencesRmiTargets(false);
            context.setFailCtxIfServletStartFails(true);
        }
    }
}
