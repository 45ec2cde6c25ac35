/**
 * HTTP clients: Tornado's {@code httpclient}.
 *
 * <p>Knows exchanges only to refuse the asynchronous client where a host has no loop.
 */
@NullMarked
package landspout.httpclient;

import org.jspecify.annotations.NullMarked;
