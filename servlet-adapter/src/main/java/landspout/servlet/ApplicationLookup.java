package landspout.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import landspout.web.Application;

/** Finds the application of a WAR whose servlet was made by the container. */
final class ApplicationLookup {

    private static final String REMEDY = "Remedy: name a class that implements Supplier<Application> in the init-param "
            + InitParameters.APPLICATION + ", or a landspout.servlet.ApplicationSupplier in META-INF/services/"
            + ApplicationSupplier.class.getName();

    private ApplicationLookup() {}

    /** The loader of the WAR's classes; an embedded Jetty has none of its own, and one for all is right there. */
    static ClassLoader loader(ServletContext context) {
        ClassLoader loader = context.getClassLoader();
        return loader == null ? ApplicationLookup.class.getClassLoader() : loader;
    }

    /** The application that a class of this name supplies. */
    static Application named(String className, ClassLoader loader) throws ServletException {
        Object supplier;
        try {
            supplier = Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException missing) {
            // Without a cause, since Tomcat shows that alone.
            throw new ServletException("there is no class " + className + ". " + REMEDY);
        } catch (ReflectiveOperationException | LinkageError unusable) {
            throw new ServletException("cannot make a " + className + ": " + unusable + ". " + REMEDY, unusable);
        }
        if (supplier instanceof Supplier<?> any && any.get() instanceof Application application) {
            return application;
        }
        throw new ServletException(className + " does not supply an Application. " + REMEDY);
    }

    /** The application of the one supplier that is announced as a service, if there is one. */
    static Optional<Application> announced(ClassLoader loader) throws ServletException {
        List<ApplicationSupplier> suppliers = new ArrayList<>();
        try {
            ServiceLoader.load(ApplicationSupplier.class, loader).forEach(suppliers::add);
        } catch (ServiceConfigurationError unusable) {
            throw new ServletException("cannot make the announced application: " + unusable.getMessage(), unusable);
        }
        if (suppliers.size() > 1) {
            List<String> names =
                    suppliers.stream().map(each -> each.getClass().getName()).toList();
            throw new ServletException("several applications are announced: " + names
                    + ". Remedy: name one of them in the init-param " + InitParameters.APPLICATION);
        }
        return suppliers.stream().findFirst().map(Supplier::get);
    }

    static ServletException nothingFound() {
        return new ServletException("there is no application to run. " + REMEDY);
    }
}
