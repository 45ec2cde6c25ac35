package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Map;
import landspout.web.Route;

/** Pages made of templates. */
final class TemplateHandlers {

    private TemplateHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/template/page", Page::new),
            route("/template/child", Child::new),
            route("/template/broken", Broken::new)
        };
    }

    private static final class Page extends Base {
        @Override
        protected void get() {
            render(
                    "page.html",
                    Map.of("title", getArgument("title", "A & B"), "items", getArguments("item"), "raw", "<b>raw</b>"));
        }
    }

    private static final class Child extends Base {
        @Override
        protected void get() {
            render("child.html", Map.of("name", getArgument("name", "World")));
        }
    }

    private static final class Broken extends Base {
        @Override
        protected void get() {
            render("page.html", Map.of());
        }
    }
}
