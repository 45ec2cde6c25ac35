package landspout.samples.conformance.golden;

/** Tomcat 11, which is of Servlet 6.1. */
final class Tomcat11IT extends StockContainerContract {

    @Override
    StockContainer start() throws Exception {
        return StockContainer.tomcat("tomcat-11", "tomcat11.home");
    }
}
