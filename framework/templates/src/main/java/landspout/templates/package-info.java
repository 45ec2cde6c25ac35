/**
 * Templates on Pebble, for the setting {@code template_engine}.
 *
 * <p>Knows handlers and Pebble; no host may know it.
 */
@NullMarked
package landspout.templates;

import org.jspecify.annotations.NullMarked;
