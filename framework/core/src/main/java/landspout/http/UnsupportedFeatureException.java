package landspout.http;

/**
 * A feature was asked for that the host of this request does not have.
 *
 * <p>The exchange is marked before this is thrown, so that catching it changes nothing: the request ends with 501.
 */
public final class UnsupportedFeatureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Feature feature;

    UnsupportedFeatureException(Feature feature, String where) {
        super(where + " needs a feature that this host does not have: " + feature.description() + ". Remedy: "
                + feature.remedy() + ".");
        this.feature = feature;
    }

    /** What is missing. */
    public Feature feature() {
        return feature;
    }
}
