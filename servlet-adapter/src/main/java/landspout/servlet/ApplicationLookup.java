package landspout.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import landspout.web.Application;

/** Finds the application of a WAR whose servlet was made by the container. */
final class ApplicationLookup {

    private static final String REMEDY =
            "Remedy: name a class that implements Supplier<Application> in the init-param or"
                    + " context-param " + InitParameters.APPLICATION
                    + ", or an ApplicationSupplier in the file META-INF/services/"
                    + ApplicationSupplier.class.getName()
                    + " (in Maven below src/main/resources, which becomes WEB-INF/classes; not in src/main/webapp/META-INF)";

    static final String NOTHING_FOUND = "there is no application to run. " + REMEDY;

    private ApplicationLookup() {}

    /** The application that the parameters name or, where they name none, the one that is announced. */
    static Optional<Application> find(InitParameters parameters) throws ServletException {
        ClassLoader loader = loader(parameters.context());
        String className = parameters.application();
        return className == null ? announced(loader) : Optional.of(named(className, loader));
    }

    /** The loader of the WAR's classes; an embedded Jetty has none of its own, and one for all is right there. */
    private static ClassLoader loader(ServletContext context) {
        ClassLoader loader = context.getClassLoader();
        return loader == null ? ApplicationLookup.class.getClassLoader() : loader;
    }

    /** The application that a class of this name supplies. */
    private static Application named(String className, ClassLoader loader) throws ServletException {
        Object supplier;
        try {
            supplier = Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (InvocationTargetException failed) {
            throw refusal(
                    "cannot make a " + className + ": " + failed.getCause() + ". Remedy: correct its constructor",
                    failed);
        } catch (ClassNotFoundException missing) {
            throw refusal("there is no class " + className + ". " + REMEDY, missing);
        } catch (ReflectiveOperationException | LinkageError unusable) {
            throw refusal("cannot make a " + className + ": " + unusable + ". " + REMEDY, unusable);
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
            String why = unusable.getCause() == null ? "" : ": " + unusable.getCause();
            throw refusal(
                    "cannot make the announced application: " + unusable.getMessage() + why
                            + ". Remedy: correct the class, or its name in META-INF/services",
                    unusable);
        }
        if (suppliers.size() > 1) {
            List<String> names =
                    suppliers.stream().map(each -> each.getClass().getName()).toList();
            throw new ServletException("several applications are announced: " + names
                    + ". Remedy: name one of them in the init-param or context-param "
                    + InitParameters.APPLICATION);
        }
        return suppliers.stream().findFirst().map(Supplier::get);
    }

    /** Why stands beside it, not behind it as its cause, since Tomcat shows the last cause alone. */
    private static ServletException refusal(String message, Throwable why) {
        ServletException refusal = new ServletException(message);
        refusal.addSuppressed(why);
        return refusal;
    }
}
