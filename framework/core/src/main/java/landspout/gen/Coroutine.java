package landspout.gen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler's method as a coroutine, which may wait with {@link Gen#await}; Tornado's {@code @gen.coroutine}.
 *
 * <pre>{@code
 * @Coroutine
 * @Override
 * protected void get() {
 *     await(sleep(Duration.ofSeconds(1)));
 *     write("slept");
 * }
 * }</pre>
 *
 * <p>In a Servlet container: it runs on the container's thread and works as long as all that it awaits is done
 * already; waiting for anything else answers 501.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Coroutine {}
