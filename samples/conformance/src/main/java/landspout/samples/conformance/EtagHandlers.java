package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.Optional;
import landspout.web.Route;

/** Entity tags and 304. */
final class EtagHandlers {

    private EtagHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/etag/auto", Auto::new),
            route("/etag/fixed", Fixed::new),
            route("/etag/weak", Weak::new),
            route("/etag/none", None::new),
            route("/etag/status", Created::new),
            route("/etag/flush", Flushed::new)
        };
    }

    private static final class Auto extends Base {
        @Override
        protected void get() {
            write(getArgument("body", "default body"));
        }

        @Override
        protected void head() {
            get();
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class Fixed extends Base {
        @Override
        protected Optional<String> computeEtag() {
            return Optional.of("\"fixed-etag\"");
        }

        @Override
        protected void get() {
            setHeader("X-Kept", "yes");
            setHeader("Content-Language", "en");
            write("fixed body");
        }

        @Override
        protected void head() {
            get();
        }

        @Override
        protected void post() {
            get();
        }
    }

    private static final class Weak extends Base {
        @Override
        protected Optional<String> computeEtag() {
            return Optional.of("W/\"weak-etag\"");
        }

        @Override
        protected void get() {
            write("weak body");
        }
    }

    private static final class None extends Base {
        @Override
        protected Optional<String> computeEtag() {
            return Optional.empty();
        }

        @Override
        protected void get() {
            write("no etag");
        }
    }

    private static final class Created extends Base {
        @Override
        protected void get() {
            setStatus(201);
            write("created");
        }
    }

    private static final class Flushed extends Base {
        @Override
        protected void get() {
            write("flushed");
            flush();
        }
    }
}
