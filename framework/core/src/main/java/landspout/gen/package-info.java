/**
 * Coroutines: Tornado's {@code gen}.
 *
 * <p>Knows exchanges and the loop; nothing of handlers or hosts.
 */
@NullMarked
package landspout.gen;

import org.jspecify.annotations.NullMarked;
