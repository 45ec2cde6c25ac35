/**
 * What {@code render()} needs of a template engine: Tornado's {@code template}.
 *
 * <p>The engine itself is in the templates module.
 */
@NullMarked
package landspout.template;

import org.jspecify.annotations.NullMarked;
