package landspout.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import landspout.http.Feature;

/**
 * What of an application works on a host, as far as the classes of its handlers show; {@link #toString} is the table
 * for the log. What only a method's body shows, such as a call of {@code IOLoop.current()}, is refused when it is
 * reached.
 */
public final class DeploymentReport {

    /**
     * One thing that needs a feature.
     *
     * @param what the handler's class or method, such as {@code Shop.CartHandler.get}; with its package only where
     *     another has the same name
     * @param feature what it needs
     * @param consequence what happens on this host
     * @param refused whether requests for it are answered with 501
     */
    public record Line(String what, Feature feature, String consequence, boolean refused) {}

    private final int handlers;
    private final List<Line> lines;

    private DeploymentReport(int handlers, Collection<Line> lines) {
        this.handlers = handlers;
        this.lines = List.copyOf(lines);
    }

    static DeploymentReport of(List<HandlerClass> routes, HandlerClass defaultHandler, Predicate<Feature> supported) {
        // Not a set of lines: Java 25 remembers, in its own classes, the types in the record that was hashed last, and
        // with them the class loader of a WAR.
        Map<String, Line> lines = new LinkedHashMap<>();
        List<HandlerClass> all = new ArrayList<>(routes);
        all.add(defaultHandler);
        Set<String> ambiguous = ambiguousNames(all);
        for (HandlerClass handlerClass : all) {
            String shortName = HandlerName.of(handlerClass.type());
            String name = ambiguous.contains(shortName) ? handlerClass.type().getName() : shortName;
            for (Feature feature : handlerClass.needs()) {
                boolean works = supported.test(feature);
                String consequence = works ? "works" : "501. Remedy: " + feature.remedy();
                Line line = new Line(name, feature, consequence, !works);
                lines.putIfAbsent(line.what + " " + feature, line);
            }
            boolean asynchronous = supported.test(Feature.ASYNCHRONOUS);
            for (HandlerMethod coroutine : handlerClass.coroutines()) {
                String method = name + "." + coroutine.methodName();
                String consequence = asynchronous ? "works" : "works while it need not wait; waiting is 501";
                lines.putIfAbsent(method, new Line(method, Feature.ASYNCHRONOUS, consequence, false));
            }
        }
        return new DeploymentReport(routes.size(), lines.values());
    }

    /** The names that handlers of two packages have. */
    private static Set<String> ambiguousNames(List<HandlerClass> handlerClasses) {
        Map<String, Class<?>> types = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (HandlerClass handlerClass : handlerClasses) {
            String name = HandlerName.of(handlerClass.type());
            Class<?> other = types.putIfAbsent(name, handlerClass.type());
            if (other != null && !other.equals(handlerClass.type())) {
                ambiguous.add(name);
            }
        }
        return ambiguous;
    }

    /** What needs a feature, works or not. */
    public List<Line> lines() {
        return lines;
    }

    /** Whether nothing is refused for certain. */
    public boolean isComplete() {
        return lines.stream().noneMatch(Line::refused);
    }

    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("routes: " + handlers + ", of which need more than a plain handler: " + lines.size());
        int width = lines.stream().mapToInt(line -> line.what.length()).max().orElse(0);
        for (Line line : lines) {
            table.append("\n  ")
                    .append(line.what)
                    .append(" ".repeat(width - line.what.length()))
                    .append("  ")
                    .append(line.feature.description())
                    .append(": ")
                    .append(line.consequence);
        }
        return table.toString();
    }
}
