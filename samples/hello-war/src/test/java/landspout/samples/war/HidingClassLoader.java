package landspout.samples.war;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes classes from the class path of the test, except for those of some packages, and tells which were asked for. */
public final class HidingClassLoader extends ClassLoader {

    private final List<String> prefixes;
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /** Hides the classes whose names begin with one of these. */
    public HidingClassLoader(String... prefixes) {
        super(HidingClassLoader.class.getClassLoader());
        this.prefixes = List.of(prefixes);
    }

    /** Hides what WARs bring themselves. */
    public static HidingClassLoader ofWars() {
        return new HidingClassLoader(
                "landspout.",
                "tools.jackson.",
                "com.fasterxml.jackson.",
                "com.dynatrace.",
                "io.pebbletemplates.",
                "org.unbescape.",
                "org.slf4j.");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (prefixes.stream().anyMatch(name::startsWith)) {
            refused.add(name);
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    /** The names of hidden classes that somebody wanted. */
    public List<String> refused() {
        return List.copyOf(refused);
    }
}
