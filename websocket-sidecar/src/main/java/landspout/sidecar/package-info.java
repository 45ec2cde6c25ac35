/**
 * Runs WebSockets beside a Servlet deployment, as ws4py does beside a WSGI server.
 *
 * <p>Endpoints here use the Jakarta WebSocket API alone; only the launcher may know a server.
 */
@NullMarked
package landspout.sidecar;

import org.jspecify.annotations.NullMarked;
