/**
 * Text made safe for another place: HTML, URLs, JSON. Tornado's {@code escape}.
 *
 * <p>Nothing here knows requests, handlers or a server.
 */
@NullMarked
package landspout.escape;

import org.jspecify.annotations.NullMarked;
