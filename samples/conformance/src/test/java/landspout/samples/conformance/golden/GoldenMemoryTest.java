package landspout.samples.conformance.golden;

import landspout.samples.conformance.ConformanceApplication;

/** Where octets on the wire do not matter. Streamed bodies are left out: in memory they work. */
final class GoldenMemoryTest extends GoldenContract {

    GoldenMemoryTest() {
        super(Mode.SERVLET);
    }

    @Override
    Host start() {
        return new MemoryHost(new ConformanceApplication().get());
    }

    @Override
    boolean concerns(GoldenCase goldenCase) {
        return MemoryClient.understands(goldenCase) && !goldenCase.area().equals("stream");
    }
}
