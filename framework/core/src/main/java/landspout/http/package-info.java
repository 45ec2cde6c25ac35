/**
 * Requests, responses and the seam to the hosts: Tornado's {@code httputil}.
 *
 * <p>Nothing here knows handlers, routes or a server.
 */
@NullMarked
package landspout.http;

import org.jspecify.annotations.NullMarked;
