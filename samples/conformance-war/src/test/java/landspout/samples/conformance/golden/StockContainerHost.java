package landspout.samples.conformance.golden;

import java.util.Set;

/** One of the applications in a stock container, which is not its to stop. */
record StockContainerHost(StockContainer container, Mount mount) implements Host {

    @Override
    public Client client() {
        return new RawClient(container.port());
    }

    @Override
    public Set<String> answeredByContainer() {
        return container.answeredByItself();
    }

    @Override
    public void stop() {}
}
