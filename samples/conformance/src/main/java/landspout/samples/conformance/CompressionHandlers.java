package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.web.Route;

/** Bodies that are worth compressing, and those that are not. */
final class CompressionHandlers {

    private static final String DIGITS = "0123456789".repeat(400);

    private CompressionHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/gzip/big", Big::new),
            route("/gzip/small", Small::new),
            route("/gzip/stream", Stream::new),
            route("/gzip/encoded", Encoded::new),
            route("/gzip/vary", Vary::new)
        };
    }

    private static final class Big extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", getArgument("type", "text/plain"));
            write(DIGITS);
        }

        @Override
        protected void head() {
            get();
        }
    }

    private static final class Small extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", "text/plain");
            write("small");
        }
    }

    private static final class Stream extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", "text/plain");
            for (int part = 0; part < 3; part++) {
                write("part " + part + "\n");
                flush();
            }
        }
    }

    private static final class Encoded extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", "text/plain");
            setHeader("Content-Encoding", "x-conformance");
            write(DIGITS);
        }
    }

    private static final class Vary extends Base {
        @Override
        protected void get() {
            setHeader("Vary", "Cookie");
            write("varies");
        }
    }
}
