package landspout.web;

import java.lang.reflect.Method;
import landspout.gen.Coroutine;
import landspout.http.Invocation;

/**
 * What a handler class says of one of its methods; read once, when the application is made.
 *
 * @param invocation its name, and whether it is a coroutine
 * @param implemented whether the class has it at all
 * @param asynchronous whether something else finishes the answer
 */
record HandlerMethod(
        Invocation invocation,
        boolean implemented,
        boolean asynchronous,
        boolean authenticated,
        boolean addSlash,
        boolean removeSlash) {

    static HandlerMethod of(Class<? extends RequestHandler> handler, String name) {
        Method method = find(handler, name);
        HandlerMethod described = new HandlerMethod(
                new Invocation(HandlerName.of(handler) + "." + name, method.isAnnotationPresent(Coroutine.class)),
                method.getDeclaringClass() != RequestHandler.class,
                method.isAnnotationPresent(Asynchronous.class),
                method.isAnnotationPresent(Authenticated.class),
                method.isAnnotationPresent(AddSlash.class),
                method.isAnnotationPresent(RemoveSlash.class));
        if (described.addSlash && described.removeSlash) {
            throw new IllegalArgumentException(
                    described.invocation.name() + " is marked @AddSlash and @RemoveSlash: take one away");
        }
        return described;
    }

    /** Its name without that of its class. */
    String methodName() {
        String name = invocation.name();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The method as the most specific class has it. */
    private static Method find(Class<?> handler, String name) {
        for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0 && !method.isBridge()) {
                    return method;
                }
            }
        }
        throw new IllegalStateException("RequestHandler has no method " + name);
    }
}
