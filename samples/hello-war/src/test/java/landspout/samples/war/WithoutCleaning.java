package landspout.samples.war;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;

/** Reads a WAR's {@code web.xml}, and tells Tomcat not to clean up when it is undeployed, which would hide a leak. */
final class WithoutCleaning extends ContextConfig {

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        super.lifecycleEvent(event);
        if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
            StandardContext context = (StandardContext) event.getLifecycle();
            context.setClearReferencesThreadLocals(false);
            context.setClearReferencesRmiTargets(false);
        }
    }
}
