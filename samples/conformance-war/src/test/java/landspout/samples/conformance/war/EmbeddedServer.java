package landspout.samples.conformance.war;

/** A container in this JVM, which goes on while WARs come and go. */
interface EmbeddedServer {

    int port();

    /** Deploys the WAR of the conformance sample at the root. */
    ClassLoader deploy() throws Exception;

    void undeploy() throws Exception;

    void stop() throws Exception;
}
