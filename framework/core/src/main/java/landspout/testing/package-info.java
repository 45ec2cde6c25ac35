/**
 * Tests of applications without a server: Tornado's {@code testing}.
 *
 * <p>Runs a whole application in memory; nothing here is for production.
 */
@NullMarked
package landspout.testing;

import org.jspecify.annotations.NullMarked;
