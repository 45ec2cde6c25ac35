package landspout.web;

/** Answers every method with one status; Tornado's {@code ErrorHandler}. */
public class ErrorHandler extends RequestHandler {

    private final int status;

    /** With this status. */
    public ErrorHandler(int status) {
        this.status = status;
    }

    @Override
    protected void prepare() throws Exception {
        throw new HttpError(status);
    }

    /** Nothing is changed here, so nothing is checked. */
    @Override
    protected void checkXsrfCookie() {}
}
