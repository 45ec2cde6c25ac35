package landspout.http;

import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What the host knows of the connection behind a request, beyond the request's own text. */
public interface Connection {

    /** {@code http} or {@code https}. */
    String protocol();

    /** The client's address as text, without a port. */
    String remoteIp();

    /** The server's own name or address, with the port where it is not the protocol's usual one. */
    String serverName();

    /** Who the host says the client is. In a Servlet container: {@code getUserPrincipal()}. */
    default Optional<Principal> principal() {
        return Optional.empty();
    }

    /** The client's certificate chain, its own first; empty without one. Tornado's {@code get_ssl_certificate}. */
    default List<X509Certificate> peerCertificates() {
        return List.of();
    }

    /** An attribute that the host holds for this request. In a Servlet container: {@code getAttribute(name)}. */
    default Optional<Object> attribute(String name) {
        return Optional.empty();
    }

    /**
     * The host's own object of this type, where it has one. In a Servlet container
     * {@code unwrap(HttpServletRequest.class)} is the raw request; its body and parameters are not to be touched.
     */
    default <T> Optional<T> unwrap(Class<T> type) {
        return Optional.empty();
    }
}
