package landspout.samples.conformance;

import landspout.web.RequestHandler;

/** XSRF cookies are on for the application; only {@code /xsrf} wants the check. */
abstract class Base extends RequestHandler {

    @Override
    protected void checkXsrfCookie() {}
}
