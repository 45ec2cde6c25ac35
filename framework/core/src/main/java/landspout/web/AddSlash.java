package landspout.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Redirects GET and HEAD of a path without a slash at its end to the one with it; other methods get 404. Tornado's
 * {@code @addslash}; the rule's pattern is one like {@code /page/?}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AddSlash {}
