package landspout.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for signed-in users; Tornado's {@code @authenticated}.
 *
 * <p>Who is not signed in ({@link RequestHandler#getCurrentUser}) is sent to the login URL with a {@code next} argument when
 * the method is GET or HEAD, and gets 403 otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Authenticated {}
