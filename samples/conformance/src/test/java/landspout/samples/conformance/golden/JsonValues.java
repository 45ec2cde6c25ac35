package landspout.samples.conformance.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain values that are equal when the JSON means the same: key order, spacing and {@code 1} or {@code 1.0} are free. */
final class JsonValues {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonValues() {}

    /** The masked value, or empty when the text is no JSON. */
    static Optional<Object> parse(String text, Rules rules) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(value(node, rules));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Object value(JsonNode node, Rules rules) {
        if (node.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            node.properties().forEach(entry -> object.put(entry.getKey(), value(entry.getValue(), rules)));
            return object;
        }
        if (node.isArray()) {
            List<Object> array = new ArrayList<>();
            node.values().forEach(element -> array.add(value(element, rules)));
            return array;
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        return node.isString() ? rules.masked(node.stringValue()) : node;
    }
}
