package landspout.samples.conformance.golden;

import java.util.Set;
import landspout.testing.TestClient;
import landspout.web.Application;

/** The application in memory, without a server. */
final class MemoryHost implements Host {

    private final Application application;

    MemoryHost(Application application) {
        this.application = application;
    }

    @Override
    public Client client() {
        return new MemoryClient(TestClient.of(application));
    }

    @Override
    public Mount mount() {
        return Mount.ROOT;
    }

    @Override
    public Set<String> answeredByContainer() {
        return Set.of();
    }

    @Override
    public void stop() {}
}
