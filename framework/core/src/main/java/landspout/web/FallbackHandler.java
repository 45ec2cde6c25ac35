package landspout.web;

import java.util.function.Consumer;
import landspout.http.HttpServerRequest;

/**
 * Hands a request to something that is no handler and answers through the exchange itself; Tornado's {@code
 * FallbackHandler}.
 */
public final class FallbackHandler extends RequestHandler {

    private final Consumer<HttpServerRequest> fallback;

    /** With what answers; the exchange has ended when it returns. */
    public FallbackHandler(Consumer<HttpServerRequest> fallback) {
        this.fallback = fallback;
    }

    @Override
    protected void prepare() {
        fallback.accept(request());
        surrender();
    }
}
