package landspout.web;

/** How messages and the deployment report name handlers. */
final class HandlerName {

    private HandlerName() {}

    /** The class's name without its package, but with the classes around it: {@code Shop.CartHandler}. */
    static String of(Class<?> type) {
        if (type.isAnonymousClass()) {
            String packageName = type.getPackageName();
            return packageName.isEmpty() ? type.getName() : type.getName().substring(packageName.length() + 1);
        }
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : of(outer) + "." + type.getSimpleName();
    }
}
