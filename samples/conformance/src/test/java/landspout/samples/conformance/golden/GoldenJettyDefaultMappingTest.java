package landspout.samples.conformance.golden;

import landspout.samples.conformance.ConformanceApplication;
import landspout.servlet.ServletAdapter;

final class GoldenJettyDefaultMappingTest extends GoldenContract {

    GoldenJettyDefaultMappingTest() {
        super(Mode.SERVLET);
    }

    @Override
    Host start() throws Exception {
        return JettyHost.start(new ServletAdapter(new ConformanceApplication().get()), Mapping.DEFAULT);
    }
}
