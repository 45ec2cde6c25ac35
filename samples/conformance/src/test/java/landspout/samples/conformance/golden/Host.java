package landspout.samples.conformance.golden;

import java.util.Set;

/** A running server with the application in it, on a port of its own. */
interface Host {

    int port();

    /** Where the application is below the root. */
    Mount mount();

    /** The cases this container answers itself, before any servlet; the status alone is compared. */
    Set<String> answeredByContainer();

    void stop() throws Exception;
}
