package landspout.samples.conformance.golden;

/** A running server with the application in it, on a port of its own. */
interface Host {

    int port();

    /** Where the application is below the root. */
    Mount mount();

    void stop() throws Exception;
}
