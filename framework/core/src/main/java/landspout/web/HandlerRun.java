package landspout.web;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import landspout.http.BodyReceiver;
import landspout.http.Feature;
import landspout.http.HeaderSyntax;
import landspout.http.HttpExchange;
import landspout.http.HttpHeaders;
import landspout.http.HttpInputError;
import landspout.http.HttpServerRequest;
import landspout.http.RequestBody;
import landspout.http.RequestLimits;
import landspout.http.UnsupportedFeatureException;
import landspout.routing.PathArguments;
import org.jspecify.annotations.Nullable;

/**
 * The life of one handler, from the request's head to the line in the access log: Tornado's {@code
 * RequestHandler._execute}.
 *
 * <p>Used by one thread at a time: the one that its exchange is on.
 */
final class HandlerRun implements Runnable, BodyReceiver {

    private final Application application;
    private final HandlerClass handlerClass;
    private final RequestHandler handler;
    private final HttpServerRequest request;
    private final HttpExchange exchange;
    private final Response response;
    private @Nullable RequestBody body;
    private @Nullable Throwable fault;
    private long streamed;

    HandlerRun(
            Application application,
            HandlerClass handlerClass,
            RequestHandler handler,
            HttpServerRequest request,
            PathArguments arguments) {
        this.application = application;
        this.handlerClass = handlerClass;
        this.handler = handler;
        this.request = request;
        this.exchange = request.exchange();
        this.response = new Response(exchange, application.compressResponse() ? new GzipEncoding(request) : null);
        handler.attach(this, application, request, response, arguments);
    }

    /** Reads the body where there is one, then runs the handler. */
    void start() {
        exchange.onClose(this::clientLeft);
        if (handlerClass.readsBody() && exchange.hasBody()) {
            receiveBody();
        } else {
            exchange.run(this);
        }
    }

    private void clientLeft() {
        try {
            handler.onConnectionClose();
        } catch (RuntimeException broken) {
            Logs.APPLICATION.log(Level.ERROR, "Uncaught exception in onConnectionClose", broken);
        }
    }

    private void receiveBody() {
        RequestBody receiving;
        try {
            HttpHeaders headers = exchange.headers();
            receiving = RequestBody.receive(
                    application.requestLimits(),
                    headers.get("Content-Type", ""),
                    headers.get("Content-Encoding", ""),
                    announcedLength(headers));
        } catch (HttpInputError refused) {
            fail(refused);
            return;
        }
        body = receiving;
        request.received(receiving);
        try {
            exchange.readBody(this);
        } catch (RuntimeException | Error unfit) {
            fail(unfit);
        }
    }

    /** Answers with the error page for what went wrong before the handler could run. */
    void fail(Throwable failure) {
        fault = failure;
        exchange.run(this);
    }

    private static long announcedLength(HttpHeaders headers) {
        String text = headers.get("Content-Length", "");
        if (text.isEmpty()) {
            return -1;
        }
        long length = HeaderSyntax.parseLength(text);
        if (length < 0) {
            throw HttpInputError.badRequest("not a Content-Length: " + text);
        }
        return length;
    }

    @Override
    public void chunk(byte[] buffer, int offset, int length) {
        if (body != null) {
            body.write(buffer, offset, length);
        }
    }

    @Override
    public void end() {
        if (body != null) {
            body.end();
            fault = body.fault().orElse(null);
        }
        exchange.run(this);
    }

    @Override
    public void failed(Exception cause) {
        fail(HttpInputError.brokenOff(cause));
    }

    @Override
    public void run() {
        try {
            handler.reset();
            if (fault == null) {
                execute();
            } else {
                handle(fault);
            }
        } catch (Throwable failure) {
            handle(failure);
        }
        settle();
    }

    private void execute() throws Exception {
        String method = request.method();
        if (!handlerClass.supports(method)) {
            throw new HttpError(405);
        }
        if (handlerClass.streamsBody() && !exchange.supports(Feature.STREAM_REQUEST_BODY)) {
            throw exchange.refuse(Feature.STREAM_REQUEST_BODY, HandlerName.of(handlerClass.type()));
        }
        if (application.checksXsrf() && !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS")) {
            handler.checkXsrfCookie();
        }
        exchange.invoking(handlerClass.prepare().invocation());
        if (Guards.pass(handler, handlerClass.prepare())) {
            handler.prepare();
        }
        if (response.isFinished()) {
            return;
        }
        if (handlerClass.streamsBody() && exchange.hasBody()) {
            exchange.readBody(new StreamedBody());
        } else {
            executeVerb();
        }
    }

    private void executeVerb() throws Exception {
        String method = request.method();
        HandlerMethod verb = handlerClass.verb(method);
        exchange.invoking(verb.invocation());
        if (Guards.pass(handler, verb)) {
            call(method);
        }
        if (!response.isFinished() && !verb.asynchronous() && !handler.finishesLater()) {
            handler.finish();
        }
    }

    private void call(String method) throws Exception {
        switch (method) {
            case "GET" -> handler.get();
            case "HEAD" -> handler.head();
            case "POST" -> handler.post();
            case "DELETE" -> handler.delete();
            case "PATCH" -> handler.patch();
            case "PUT" -> handler.put();
            case "OPTIONS" -> handler.options();
            default -> handler.extensionMethod();
        }
    }

    /** Tornado's {@code _handle_request_exception}. */
    private void handle(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (exchange.refusal().isPresent()) {
            return;
        }
        if (exchange.isClosed()) {
            // Whatever failed, nobody is there to be told: a client that leaves is no fault.
            Logs.GENERAL.log(Level.DEBUG, "the client has left: " + AccessLog.summary(request), failure);
            exchange.abort();
            return;
        }
        try {
            answer(failure);
        } catch (Throwable again) {
            if (exchange.refusal().isEmpty()) {
                Logs.APPLICATION.log(
                        Level.ERROR, "the answer to an error failed: " + AccessLog.summary(request), again);
                sendPlainError();
            }
        }
    }

    private void answer(Throwable failure) {
        if (failure instanceof Finish finish) {
            if (!response.isFinished()) {
                response.write(finish.chunk());
                handler.finish();
            }
            return;
        }
        Throwable error = failure instanceof HttpInputError input
                ? new HttpError(input.status(), String.valueOf(input.getMessage()))
                : failure;
        log(error);
        if (!response.isFinished()) {
            sendError(error instanceof HttpError http ? http.status() : 500, null, error);
        }
    }

    private void log(Throwable failure) {
        try {
            handler.logException(failure);
        } catch (Throwable broken) {
            Logs.APPLICATION.log(Level.ERROR, "Uncaught exception in logException", broken);
        }
    }

    /** Drops what was written and answers with an error page; Tornado's {@code send_error}. */
    void sendError(int status, @Nullable String reason, @Nullable Throwable failure) {
        if (exchange.isStarted()) {
            Logs.GENERAL.log(Level.ERROR, "Cannot send error response after headers written: {0}", status);
            exchange.abort();
            response.surrender();
            return;
        }
        handler.reset();
        String phrase = failure instanceof HttpError error ? error.reason().orElse(reason) : reason;
        response.setStatus(status, phrase);
        if (status == 405 && application.settings().get(Settings.ALLOW_HEADER)) {
            String allowed = handlerClass.allowed();
            if (!allowed.isEmpty()) {
                response.headers().set("Allow", allowed);
            }
        }
        try {
            // 304 is an error in name alone: it has no body, and throwing it is a way to answer.
            if (status != 304) {
                handler.writeError(status, Optional.ofNullable(failure));
            }
        } catch (Throwable broken) {
            Logs.APPLICATION.log(Level.ERROR, "Uncaught exception in writeError", broken);
        }
        if (!response.isFinished()) {
            handler.finish();
        }
    }

    /** The last resort, when the handler's own way of answering errors is broken too. */
    private void sendPlainError() {
        try {
            response.clear();
            response.setStatus(500, null);
            response.write(ErrorPage.of(500, response.reason()));
            response.finish();
        } catch (RuntimeException unsendable) {
            exchange.abort();
        }
    }

    /** Brings the exchange to its end, whatever the handler did. */
    private void settle() {
        if (exchange.refusal().isEmpty() && !exchange.isFinished() && !exchange.isAborted()) {
            if (exchange.supports(Feature.ASYNCHRONOUS)) {
                return;
            }
            exchange.refuse(Feature.ASYNCHRONOUS, "an answer that did not finish before the method returned");
        }
        end(exchange.refusal());
    }

    /** A host calls back once: nothing may be thrown from here. */
    private void end(Optional<UnsupportedFeatureException> refusal) {
        if (refusal.isPresent()) {
            sendRefusal(refusal.get());
        }
        try {
            handler.onFinish();
        } catch (Throwable broken) {
            Logs.APPLICATION.log(Level.ERROR, "Uncaught exception in onFinish", broken);
        }
        try {
            application.log(handler);
        } catch (Throwable broken) {
            Logs.APPLICATION.log(Level.ERROR, "Uncaught exception in the log function", broken);
        }
        try {
            response.close();
            if (body != null) {
                body.close();
            }
        } catch (RuntimeException broken) {
            Logs.GENERAL.log(Level.ERROR, "What a request held could not be freed", broken);
        }
    }

    private void sendRefusal(UnsupportedFeatureException refusal) {
        Logs.GENERAL.log(Level.WARNING, "501 {0}: {1}", AccessLog.summary(request), refusal.getMessage());
        try {
            if (!exchange.isStarted()) {
                response.refuse(refusal);
            }
        } catch (RuntimeException unsendable) {
            Logs.GENERAL.log(Level.ERROR, "The refusal could not be sent", unsendable);
        } finally {
            exchange.abort();
        }
    }

    /** Hands the body to a handler that takes it piece by piece, then runs the handler's method. */
    private final class StreamedBody implements BodyReceiver {

        private final RequestLimits limits = application.requestLimits();

        @Override
        public void chunk(byte[] buffer, int offset, int length) {
            streamed += length;
            if (streamed > limits.maxBodySize()) {
                throw HttpInputError.tooLarge("the streamed body is longer than " + limits.maxBodySize());
            }
            handler.dataReceived(ByteBuffer.wrap(buffer, offset, length).slice().asReadOnlyBuffer());
        }

        @Override
        public void end() {
            try {
                executeVerb();
            } catch (Throwable failure) {
                handle(failure);
            }
        }

        @Override
        public void failed(Exception cause) {
            handle(HttpInputError.brokenOff(cause));
        }
    }
}
