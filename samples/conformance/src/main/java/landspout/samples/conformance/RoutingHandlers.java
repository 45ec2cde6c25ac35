package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Map;
import landspout.web.Route;

/** Patterns of paths, their groups, and the way back from names to paths. */
final class RoutingHandlers {

    private RoutingHandlers() {}

    static Route[] routes() {
        return new Route[] {
            match("/route/num/(\\d+)", "num").named("num"),
            match("/route/pair/([^/]+)/([^/]+)", "pair").named("pair"),
            match("/route/named/(?<user>[a-z]+)/(?<item>[^/]+)", "named").named("named"),
            match("/route/optional(?:/(\\d+))?", "optional"),
            match("/route/optional-named(?:/(?<id>\\d+))?", "optional-named"),
            match("/route/greedy/(.*)", "greedy"),
            match("/route/first/special", "A"),
            match("/route/first/(\\w+)", "B"),
            match("/route/first/later", "C"),
            match("/route/exact", "exact"),
            match("/route/dot/a.c", "dot"),
            match("/route/escaped/a\\.c", "escaped"),
            match("/route/alt/(?:cat|dog)", "alt"),
            route("/route/nolabel", Match::new),
            route("/reverse", Reverse::new),
            route("/reverse/missing", ReverseMissing::new)
        };
    }

    private static Route match(String pattern, String label) {
        return route(pattern, () -> new Match(label));
    }

    static final class Match extends Base {

        private final String label;

        Match() {
            this("match");
        }

        Match(String label) {
            this.label = label;
        }

        @Override
        protected void get() {
            write(Map.of(
                    "label",
                    label,
                    "args",
                    pathArguments().positional(),
                    "kwargs",
                    pathArguments().named()));
        }
    }

    private static final class Reverse extends Base {
        @Override
        protected void get() {
            write(Map.of(
                    "hello", reverseUrl("hello"),
                    "num", reverseUrl("num", 42),
                    "pair", reverseUrl("pair", "a b", "c/d"),
                    "pair_unicode", reverseUrl("pair", "café", "☃"),
                    "named", reverseUrl("named", "ann", "x&y")));
        }
    }

    private static final class ReverseMissing extends Base {
        @Override
        protected void get() {
            write(reverseUrl("no-such-name"));
        }
    }
}
