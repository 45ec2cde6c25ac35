package landspout.samples.conformance.golden;

/** Jetty 12.1 without its annotations module: {@code web.xml} has to do. */
final class JettyWithoutAnnotationsIT extends StockContainerContract {

    @Override
    StockContainer start() throws Exception {
        return StockContainer.jetty("jetty-without-annotations", "http,ee10-deploy");
    }
}
