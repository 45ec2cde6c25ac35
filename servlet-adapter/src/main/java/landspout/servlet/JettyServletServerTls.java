package landspout.servlet;

import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where a server's key and certificate come from. */
interface JettyServletServerTls {

    /** Made when the server starts, so that a file that cannot be used fails the start. */
    SslContextFactory.Server contextFactory();

    static JettyServletServerTls keyStore(Path path, String password) {
        return () -> {
            SslContextFactory.Server factory = new SslContextFactory.Server();
            factory.setKeyStorePath(path.toString());
            factory.setKeyStorePassword(password);
            return factory;
        };
    }

    static JettyServletServerTls pem(Path certificates, Path key) {
        return () -> {
            // The store lives in memory only; it needs a password all the same.
            String password = UUID.randomUUID().toString();
            SslContextFactory.Server factory = new SslContextFactory.Server();
            factory.setKeyStore(PemKeyStore.load(certificates, key, password.toCharArray()));
            factory.setKeyStorePassword(password);
            return factory;
        };
    }
}
