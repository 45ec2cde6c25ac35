package landspout.samples.conformance;

import static landspout.web.Route.route;

import landspout.escape.Escape;
import landspout.web.Route;

/** Bodies, in one piece and in several. */
final class WriteHandlers {

    private WriteHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/write/bytes", Bytes::new),
            route("/write/unicode", Unicode::new),
            route("/write/chunks", Chunks::new),
            route("/write/flush", Flush::new),
            route("/write/flush-length", FlushLength::new),
            route("/write/finish", FinishWithText::new),
            route("/write/after-finish", AfterFinish::new),
            route("/write/nothing", Nothing::new),
            route("/write/number", Number::new),
            route("/write/large", Large::new)
        };
    }

    private static final class Bytes extends Base {
        @Override
        protected void get() {
            byte[] all = new byte[256];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) i;
            }
            setHeader("Content-Type", "application/octet-stream");
            write(all);
        }
    }

    private static final class Unicode extends Base {
        @Override
        protected void get() {
            write("café ☃ 🌀");
        }
    }

    private static final class Chunks extends Base {
        @Override
        protected void get() {
            write("one,");
            write(Escape.utf8("two,"));
            write("thrée");
        }
    }

    private static final class Flush extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", "text/plain; charset=UTF-8");
            for (String part : new String[] {"first\n", "second\n", "third\n"}) {
                write(part);
                flush();
            }
        }
    }

    private static final class FlushLength extends Base {
        @Override
        protected void get() {
            setHeader("Content-Length", 10);
            write("01234");
            flush();
            write("56789");
        }
    }

    private static final class FinishWithText extends Base {
        @Override
        protected void get() {
            write("before ");
            finish("finish-chunk");
        }
    }

    private static final class AfterFinish extends Base {
        @Override
        protected void get() {
            finish("finished");
            write("too late");
        }
    }

    private static final class Nothing extends Base {
        @Override
        protected void get() {}

        @Override
        protected void post() {}
    }

    private static final class Number extends Base {
        @Override
        protected void get() {
            throw new IllegalArgumentException("Java's compiler refuses to write() a number");
        }
    }

    private static final class Large extends Base {
        @Override
        protected void get() {
            setHeader("Content-Type", "text/plain");
            write("x".repeat(70000));
        }
    }
}
