/**
 * WebSockets: Tornado's {@code websocket}.
 *
 * <p>Handlers and the seam to whatever holds their sockets; no socket of its own.
 */
@NullMarked
package landspout.websocket;

import org.jspecify.annotations.NullMarked;
