package landspout.http;

/**
 * What a host may lack: the features that a Servlet container takes away.
 *
 * <p>Reached where it is missing, a feature answers 501 and says so in the log; the deployment report names what the
 * handlers' classes show beforehand.
 */
public enum Feature {
    /** Handlers that give control back before their answer is finished: a pending {@code await}, timers, the loop. */
    ASYNCHRONOUS(
            "asynchronous handlers (await, timers, the event loop)",
            "finish the answer before the method returns, or run the application natively"),

    /** {@code AsyncHttpClient}. */
    HTTP_CLIENT("AsyncHttpClient, which is asynchronous", "use the blocking HttpClient here, or run natively"),

    /** Request bodies handed to the handler while they arrive: {@code @StreamRequestBody}. */
    STREAM_REQUEST_BODY(
            "streamed request bodies (@StreamRequestBody)",
            "read request().bodyStream(), which spools to disk, or run the application natively"),

    /** {@code WebSocketHandler}. */
    WEBSOCKET("WebSocket handlers", "serve this route from the WebSocket sidecar, or run the application natively"),

    /** Log-in through {@code landspout.auth}, which asks the provider with the asynchronous client. */
    LOG_IN("log-in through landspout.auth, which is asynchronous", "run the log-in routes natively");

    private final String description;
    private final String remedy;

    Feature(String description, String remedy) {
        this.description = description;
        this.remedy = remedy;
    }

    /** What it is, in words that fit an error page. */
    public String description() {
        return description;
    }

    /** What to do where it is missing. */
    public String remedy() {
        return remedy;
    }
}
