package landspout.routing;

import landspout.http.HttpServerRequest;

/** What a rule leads to: something that answers a request. Tornado's {@code HTTPMessageDelegate}. */
public interface RequestTarget {

    /** Answers the request, or refuses it; the exchange has ended when this returns, or will end by itself later. */
    void serve(HttpServerRequest request, PathArguments arguments);
}
