/**
 * Applications and request handlers: Tornado's {@code web}.
 *
 * <p>Nothing here may know a server or the Servlet API.
 */
@NullMarked
package landspout.web;

import org.jspecify.annotations.NullMarked;
