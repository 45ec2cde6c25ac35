package landspout.benchmarks;

import java.io.ByteArrayOutputStream;

/**
 * Requests that are sent at once, over and over.
 *
 * <p>In batches the figures are those of the servlets and the container; one by one, those of waking threads up, which
 * takes longer than anything else and a different time whenever one looks.
 *
 * @param batch the octets of all the requests
 * @param requests how many they are
 */
record Load(byte[] batch, int requests) {

    private static final int TOGETHER = 16;

    static Load batched(Scenario scenario) {
        return of(scenario, TOGETHER);
    }

    static Load oneByOne(Scenario scenario) {
        return of(scenario, 1);
    }

    private static Load of(Scenario scenario, int requests) {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (int i = 0; i < requests; i++) {
            batch.writeBytes(scenario.request());
        }
        return new Load(batch.toByteArray(), requests);
    }
}
