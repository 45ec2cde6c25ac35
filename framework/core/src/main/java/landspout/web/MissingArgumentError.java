package landspout.web;

/** An argument that the handler needs is not there: 400. Tornado's {@code MissingArgumentError}. */
public final class MissingArgumentError extends HttpError {

    private static final long serialVersionUID = 1;

    MissingArgumentError(String name) {
        super(400, "Missing argument " + name);
    }
}
