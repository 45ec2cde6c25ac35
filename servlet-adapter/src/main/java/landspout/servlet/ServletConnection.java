package landspout.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import landspout.http.Connection;

/** What the container knows of a request's connection, asked for when it is needed. */
record ServletConnection(HttpServletRequest request, HttpServletResponse response) implements Connection {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    @Override
    public String protocol() {
        return "https".equalsIgnoreCase(request.getScheme()) ? "https" : "http";
    }

    @Override
    public String remoteIp() {
        String address = request.getRemoteAddr();
        if (address == null) {
            return "";
        }
        // Jetty puts an IPv6 address in brackets, Tomcat does not.
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    @Override
    public String serverName() {
        String name = request.getServerName();
        String host = name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
        int port = request.getServerPort();
        return port <= 0 || port == (protocol().equals("https") ? 443 : 80) ? host : host + ":" + port;
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.ofNullable(request.getUserPrincipal());
    }

    @Override
    public List<X509Certificate> peerCertificates() {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }

    @Override
    public Optional<Object> attribute(String name) {
        return Optional.ofNullable(request.getAttribute(name));
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        if (type.isInstance(request)) {
            return Optional.of(type.cast(request));
        }
        return type.isInstance(response) ? Optional.of(type.cast(response)) : Optional.empty();
    }
}
