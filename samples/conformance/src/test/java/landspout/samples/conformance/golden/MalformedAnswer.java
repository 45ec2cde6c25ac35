package landspout.samples.conformance.golden;

/** What came is not HTTP/1. */
final class MalformedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message) {
        super(message);
    }
}
