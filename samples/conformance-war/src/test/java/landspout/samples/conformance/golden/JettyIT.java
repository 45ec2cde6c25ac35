package landspout.samples.conformance.golden;

/** Jetty 12.1 with its annotations module, which runs the initializer. */
final class JettyIT extends StockContainerContract {

    @Override
    StockContainer start() throws Exception {
        return StockContainer.jetty("jetty", "http,ee10-deploy,ee10-annotations");
    }
}
