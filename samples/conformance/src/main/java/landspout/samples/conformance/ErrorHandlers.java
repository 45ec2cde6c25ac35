package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import landspout.web.Finish;
import landspout.web.HttpError;
import landspout.web.MissingArgumentError;
import landspout.web.Route;
import landspout.web.Strip;

/** All that can go wrong, and what is answered then. */
final class ErrorHandlers {

    private static final String DROPPED = "this text is dropped";
    private static final String SECRET = "secret detail";

    private ErrorHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/error/send/(\\d+)", Send::new),
            route("/error/send-reason", SendReason::new),
            route("/error/http/(\\d+)", Http::new),
            route("/error/http-log", HttpLog::new),
            route("/error/http-reason", HttpReason::new),
            route("/error/crash", Crash::new),
            route("/error/crash-after-flush", CrashAfterFlush::new),
            route("/error/custom/(\\w+)", Custom::new),
            route("/error/broken-write-error", BrokenWriteError::new),
            route("/error/finish", RaiseFinish::new),
            route("/error/finish-chunk", RaiseFinishWithText::new)
        };
    }

    private static final class Send extends Base {
        @Override
        protected void get() {
            write(DROPPED);
            setHeader("X-Dropped", "yes");
            sendError(Integer.parseInt(pathArgument(0)));
        }
    }

    private static final class SendReason extends Base {
        @Override
        protected void get() {
            sendError(400, getArgument("reason", "Because I Say So", Strip.NO));
        }
    }

    private static final class Http extends Base {
        @Override
        protected void get() {
            write(DROPPED);
            throw new HttpError(Integer.parseInt(pathArgument(0)));
        }

        @Override
        protected void post() {
            get();
        }

        @Override
        protected void head() {
            get();
        }
    }

    private static final class HttpLog extends Base {
        @Override
        protected void get() {
            throw new HttpError(403, SECRET + " for the log only");
        }
    }

    private static final class HttpReason extends Base {
        @Override
        protected void get() {
            throw new HttpError(409).withReason(getArgument("reason", "Custom Conflict", Strip.NO));
        }
    }

    private static final class Crash extends Base {
        @Override
        protected void get() {
            write(DROPPED);
            setHeader("X-Dropped", "yes");
            setCookie("dropped", "1");
            throw new ArithmeticException(SECRET);
        }

        @Override
        protected void post() {
            get();
        }

        @Override
        protected void head() {
            get();
        }
    }

    private static final class CrashAfterFlush extends Base {
        @Override
        protected void get() {
            write("partial");
            flush();
            throw new ArithmeticException(SECRET);
        }
    }

    private static final class Custom extends Base {
        @Override
        protected void get() {
            switch (pathArgument(0)) {
                case "crash" -> throw new IllegalStateException(SECRET);
                case "http" -> throw new HttpError(404);
                case "reason" -> throw new HttpError(418).withReason("Short And Stout");
                case "send" -> sendError(503);
                case "arg" -> {
                    getArgument("needed");
                    write("no error");
                }
                default -> write("no error");
            }
        }

        @Override
        protected void writeError(int status, Optional<Throwable> failure) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("custom", true);
            error.put("code", status);
            error.put("reason", getReason());
            error.put("type", failure.map(Custom::nameInTornado));
            write(error);
        }

        private static String nameInTornado(Throwable failure) {
            boolean httpError = failure instanceof HttpError && !(failure instanceof MissingArgumentError);
            return httpError ? "HTTPError" : failure.getClass().getSimpleName();
        }
    }

    private static final class BrokenWriteError extends Base {
        @Override
        protected void get() {
            throw new HttpError(502);
        }

        @Override
        protected void writeError(int status, Optional<Throwable> failure) {
            throw new IllegalStateException(SECRET);
        }
    }

    private static final class RaiseFinish extends Base {
        @Override
        protected void get() {
            setStatus(202);
            setHeader("X-Kept", "yes");
            write("written before Finish");
            throw new Finish();
        }
    }

    private static final class RaiseFinishWithText extends Base {
        @Override
        protected void get() {
            setStatus(401);
            setHeader("WWW-Authenticate", "Basic realm=\"conformance\"");
            throw new Finish("body given to Finish");
        }
    }
}
