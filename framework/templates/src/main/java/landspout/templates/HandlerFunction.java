package landspout.templates;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import landspout.web.RequestHandler;

/** A function of templates that asks the handler which renders them. */
abstract class HandlerFunction implements Function {

    private final List<String> argumentNames;

    HandlerFunction(String... argumentNames) {
        this.argumentNames = List.of(argumentNames);
    }

    abstract Object call(RequestHandler handler, Map<String, Object> arguments);

    @Override
    public final Object execute(
            Map<String, Object> arguments, PebbleTemplate template, EvaluationContext context, int line) {
        if (context.getVariable("handler") instanceof RequestHandler handler) {
            return call(handler, arguments);
        }
        throw new PebbleException(
                null, "this function needs the handler that renders the template", line, template.getName());
    }

    /** Without names Pebble takes any number of arguments, and calls them 0, 1 and so on. */
    @Override
    public final List<String> getArgumentNames() {
        return argumentNames;
    }
}
