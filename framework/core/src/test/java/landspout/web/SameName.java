package landspout.web;

/** There is another of this name in another package. */
@StreamRequestBody
public final class SameName extends RequestHandler {}
