package landspout.samples.conformance.golden;

import java.util.Set;

/** The application, running. */
interface Host {

    Client client();

    /** Where the application is below the root. */
    Mount mount();

    /** The cases the host answers itself, before the application sees them; the status alone is compared. */
    Set<String> answeredByContainer();

    void stop() throws Exception;
}
