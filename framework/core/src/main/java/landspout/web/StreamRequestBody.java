package landspout.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The handler takes the body piece by piece in {@link RequestHandler#dataReceived}, between {@code prepare} and its
 * method; Tornado's {@code @stream_request_body}. Arguments and files of the body are then left to it.
 *
 * <p>In a Servlet container: 501.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamRequestBody {}
