/**
 * Runs an application in a Servlet container: Tornado's {@code wsgi}.
 *
 * <p>{@link landspout.servlet.JettyServletServer} alone may know Jetty; nothing here knows WebSockets, starts a thread
 * in a container or asks it to parse anything.
 */
@NullMarked
package landspout.servlet;

import org.jspecify.annotations.NullMarked;
