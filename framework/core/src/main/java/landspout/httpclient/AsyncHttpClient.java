package landspout.httpclient;

import java.util.concurrent.CompletionStage;
import landspout.http.Feature;
import landspout.http.HttpExchange;

/**
 * Fetches without blocking the loop; Tornado's {@code AsyncHTTPClient}.
 *
 * <pre>{@code
 * HttpResponse response = await(new AsyncHttpClient().fetch("http://example.com/"));
 * }</pre>
 *
 * <p>In a Servlet container: {@link #fetch} ends the request with 501.
 */
public final class AsyncHttpClient {

    /** A client with the default limits. */
    public AsyncHttpClient() {}

    /** Fetches an address with GET. */
    public CompletionStage<HttpResponse> fetch(String url) {
        return fetch(HttpRequest.get(url));
    }

    /**
     * Fetches.
     *
     * @throws landspout.http.UnsupportedFeatureException in a host without a loop; the request is answered with 501
     * @throws IllegalStateException outside a request, when no loop runs on this thread
     */
    public CompletionStage<HttpResponse> fetch(HttpRequest request) {
        String what = "AsyncHttpClient.fetch(" + request.url() + ")";
        throw HttpExchange.current()
                .<RuntimeException>map(exchange -> exchange.refuse(Feature.HTTP_CLIENT, "AsyncHttpClient.fetch()"))
                .orElseGet(
                        () -> new IllegalStateException(what + " needs an event loop, and none runs on this thread"));
    }
}
