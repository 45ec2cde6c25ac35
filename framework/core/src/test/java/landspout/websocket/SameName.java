package landspout.websocket;

import landspout.web.RequestHandler;
import landspout.web.StreamRequestBody;

/** There is another of this name in another package. */
@StreamRequestBody
public final class SameName extends RequestHandler {}
