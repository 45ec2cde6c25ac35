package landspout.samples.conformance.golden;

/** Tomcat 10.1, which is of Servlet 6.0. */
final class Tomcat10IT extends StockContainerContract {

    @Override
    StockContainer start() throws Exception {
        return StockContainer.tomcat("tomcat-10", "tomcat10.home");
    }
}
