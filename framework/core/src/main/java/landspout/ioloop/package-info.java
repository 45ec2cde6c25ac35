/**
 * The event loop: Tornado's {@code ioloop}.
 *
 * <p>One callback at a time, in order. Knows exchanges only to refuse the loop where a host has none.
 */
@NullMarked
package landspout.ioloop;

import org.jspecify.annotations.NullMarked;
