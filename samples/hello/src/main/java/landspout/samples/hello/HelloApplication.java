package landspout.samples.hello;

import static landspout.web.Route.route;

import landspout.servlet.ApplicationSupplier;
import landspout.web.Application;

/** The application. A WAR finds it by its name in {@code web.xml}, or through {@code META-INF/services}. */
public final class HelloApplication implements ApplicationSupplier {

    /** For the container. */
    public HelloApplication() {}

    @Override
    public Application get() {
        return Application.of(route("/", MainHandler::new));
    }
}
