package landspout.servlet;

import java.time.Duration;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Makes the connector: HTTP/1.1 and HTTP/2, in clear text or over TLS, with its limits. */
final class JettyServletServerConnector {

    private static final int ACCEPT_QUEUE_SIZE = 1024;
    private static final int RESPONSE_HEADER_FACTOR = 16;

    private JettyServletServerConnector() {}

    static ServerConnector make(
            Server server, @Nullable JettyServletServerTls tls, Duration idleTimeout, int headerSize) {
        HttpConfiguration configuration = configuration(headerSize);
        HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
        ServerConnector connector;
        if (tls == null) {
            connector = new ServerConnector(server, http1, new HTTP2CServerConnectionFactory(configuration));
        } else {
            // One key for all names: which name the client had in mind is no reason to refuse it.
            configuration.addCustomizer(new SecureRequestCustomizer(false));
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
            alpn.setDefaultProtocol(http1.getProtocol());
            connector = new ServerConnector(
                    server,
                    new SslConnectionFactory(tls.contextFactory(), alpn.getProtocol()),
                    alpn,
                    new HTTP2ServerConnectionFactory(configuration),
                    http1);
        }
        connector.setIdleTimeout(idleTimeout.toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE_SIZE);
        return connector;
    }

    private static HttpConfiguration configuration(int headerSize) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(headerSize);
        // An answer that deletes every cookie of the request says far more of each than the request did.
        configuration.setMaxResponseHeaderSize(RESPONSE_HEADER_FACTOR * headerSize);
        configuration.setSendServerVersion(false);
        // Slashes, dots and percent signs, encoded or doubled, are the core's to judge: the same in every host.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.addCustomizer(JettyServletServerConnector::refuseOldChunks);
        configuration.addCustomizer(JettyServletServerConnector::closeAfterConnect);
        return configuration;
    }

    /** RFC 9112, 6.1: HTTP/1.0 knows no transfer coding, so somebody on the way may see another end of the request. */
    private static Request refuseOldChunks(Request request, HttpFields.Mutable responseHeaders) {
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
                && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            throw new HttpException.RuntimeException(400, "Transfer-Encoding in HTTP/1.0");
        }
        return request;
    }

    /** Jetty keeps the connection open for a tunnel, even where the client asks to close it; there are none here. */
    private static Request closeAfterConnect(Request request, HttpFields.Mutable responseHeaders) {
        if (HttpMethod.CONNECT.is(request.getMethod())) {
            responseHeaders.put(HttpFields.CONNECTION_CLOSE);
        }
        return request;
    }
}
