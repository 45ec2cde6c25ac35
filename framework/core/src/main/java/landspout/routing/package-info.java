/**
 * Finding the target of a request: Tornado's {@code routing}.
 *
 * <p>Knows requests and targets; what a handler is, only {@code landspout.web} knows.
 */
@NullMarked
package landspout.routing;

import org.jspecify.annotations.NullMarked;
