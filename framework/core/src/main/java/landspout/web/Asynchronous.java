package landspout.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer is not finished when the method returns: something that it started will call {@code finish()}. Tornado's
 * {@code @asynchronous}.
 *
 * <p>In a Servlet container: a method that has not called {@code finish()} when it returns is answered with 501.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Asynchronous {}
