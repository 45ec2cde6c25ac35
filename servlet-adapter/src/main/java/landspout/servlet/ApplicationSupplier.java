package landspout.servlet;

import java.util.function.Supplier;
import landspout.web.Application;

/**
 * Makes the application that a container is to run: what a WAR names in
 * {@code META-INF/services/landspout.servlet.ApplicationSupplier}, or in the init-param {@code landspout.application}.
 * It has a public constructor without parameters.
 *
 * <pre>{@code
 * public final class Shop implements ApplicationSupplier {
 *     public Application get() {
 *         return Application.of(route("/", MainHandler::new));
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ApplicationSupplier extends Supplier<Application> {}
