package landspout.samples.conformance.golden;

import landspout.samples.conformance.ConformanceApplication;
import landspout.servlet.ServletAdapter;

final class GoldenTomcatBelowPrefixTest extends GoldenContract {

    GoldenTomcatBelowPrefixTest() {
        super(Mode.SERVLET);
    }

    @Override
    Host start() throws Exception {
        return TomcatHost.start(new ServletAdapter(new ConformanceApplication().get()), Mapping.BELOW_PREFIX);
    }
}
