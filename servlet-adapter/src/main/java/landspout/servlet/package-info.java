/**
 * Runs an application in a Servlet container: Tornado's {@code wsgi}.
 *
 * <p>{@link landspout.servlet.JettyServletServer} alone may know Jetty, with the parts of it that bear its name in front;
 * nothing here knows WebSockets, starts a thread in a container or asks it to parse anything.
 */
@NullMarked
package landspout.servlet;

import org.jspecify.annotations.NullMarked;
