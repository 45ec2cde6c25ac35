package landspout.templates;

import java.io.IOException;
import java.util.Optional;

/** Where templates lie. */
interface TemplateSource {

    /** The octets of a template, by a name that {@link TemplateName} has let pass; empty if there is none. */
    Optional<byte[]> read(String name) throws IOException;

    /** Where that is, for messages. */
    String place();
}
