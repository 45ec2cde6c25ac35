package landspout.templates;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.Map;
import landspout.web.RequestHandler;

/** {@code xsrf_form_html()}: a hidden form field with the XSRF token; sets the cookie where it is due. */
final class XsrfFormHtml extends HandlerFunction {

    @Override
    Object call(RequestHandler handler, Map<String, Object> arguments) {
        return new SafeString(handler.xsrfFormHtml());
    }
}
