package landspout.servlet;

/** Names the Maven artifact that {@link JettyServletServer} needs where the class path lacks it. */
final class JettyServletServerArtifacts {

    private JettyServletServerArtifacts() {}

    /** Throws {@link IllegalStateException} if something is missing. */
    static void require(boolean tls) {
        require("org.eclipse.jetty.ee10:jetty-ee10-servlet", "org.eclipse.jetty.ee10.servlet.ServletContextHandler");
        require(
                "org.eclipse.jetty.http2:jetty-http2-server",
                "org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory");
        if (tls) {
            require(
                    "org.eclipse.jetty:jetty-alpn-java-server",
                    "org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory");
        }
    }

    private static void require(String artifact, String className) {
        try {
            Class.forName(className, false, JettyServletServerArtifacts.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new IllegalStateException(
                    "Jetty is not complete on the class path. Remedy: add the Maven artifact " + artifact, missing);
        }
    }
}
