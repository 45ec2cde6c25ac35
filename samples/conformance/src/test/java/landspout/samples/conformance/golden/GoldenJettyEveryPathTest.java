package landspout.samples.conformance.golden;

import landspout.samples.conformance.ConformanceApplication;
import landspout.servlet.ServletAdapter;

final class GoldenJettyEveryPathTest extends GoldenContract {

    GoldenJettyEveryPathTest() {
        super(Mode.SERVLET);
    }

    @Override
    Host start() throws Exception {
        return JettyHost.start(new ServletAdapter(new ConformanceApplication().get()), Mapping.EVERYTHING);
    }
}
