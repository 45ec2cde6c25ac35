package landspout.samples.conformance.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes a {@link GoldenCase} of its JSON. */
final class GoldenCaseReader {

    private GoldenCaseReader() {}

    static GoldenCase read(JsonNode node) {
        return new GoldenCase(
                node.path("area").asString(),
                node.path("name").asString(),
                request(node.path("raw")),
                list(node.path("setup"), GoldenCaseReader::setup),
                list(node.path("more"), GoldenCaseReader::request),
                node.path("pipelined").asBoolean(false),
                node.path("expect_continue").asBoolean(false),
                map(node.path("golden"), GoldenCaseReader::texts),
                map(node.path("recorded"), GoldenCaseReader::answer),
                texts(node.path("disabled_in_servlet")),
                node.path("disabled_or_golden").asBoolean(false),
                rules(node.path("rules")));
    }

    private static String request(JsonNode parts) {
        StringBuilder request = new StringBuilder();
        for (JsonNode part : parts.values()) {
            request.append(
                    part.isString()
                            ? part.stringValue()
                            : part.path("repeat")
                                    .asString()
                                    .repeat(part.path("times").asInt()));
        }
        return request.toString();
    }

    private static Setup setup(JsonNode node) {
        return new Setup(
                request(node.path("raw")),
                map(node.path("capture"), JsonNode::asString),
                node.path("pause").asDouble(0) > 0);
    }

    private static RecordedAnswer answer(JsonNode node) {
        List<HeaderLines.Line> lines = list(
                node.path("headers"),
                line -> new HeaderLines.Line(
                        line.path(0).asString(), line.path(1).asString()));
        return new RecordedAnswer(
                node.path("status").asInt(),
                node.path("reason").asString(),
                new HeaderLines(lines),
                body(node),
                node.path("truncated").asBoolean(false),
                node.has("body_where_none_allowed"),
                list(node.path("next"), GoldenCaseReader::answer));
    }

    private static RecordedBody body(JsonNode node) {
        if (node.has("body_sha256")) {
            return RecordedBody.digestOnly(
                    node.path("body_length").asInt(), node.path("body_sha256").asString());
        }
        if (node.has("body_base64")) {
            return RecordedBody.of(
                    Base64.getDecoder().decode(node.path("body_base64").asString()));
        }
        return RecordedBody.of(node.path("body").asString().getBytes(StandardCharsets.UTF_8));
    }

    private static Rules rules(JsonNode node) {
        return new Rules(
                map(node.path("accept_status"), codes -> list(codes, JsonNode::asInt)),
                node.path("status_only").asBoolean(false),
                node.path("check_reason").asBoolean(false),
                Set.copyOf(texts(node.path("ignore_headers"))),
                node.path("body").asString("").equals("ignore"),
                list(node.path("body_matches"), text -> Pattern.compile(text.asString(), Pattern.DOTALL)),
                texts(node.path("body_excludes")),
                list(node.path("mask"), text -> Pattern.compile(text.asString())),
                Set.copyOf(texts(node.path("opaque_cookies"))),
                Set.copyOf(texts(node.path("cookie_ignore_attributes"))),
                node.path("may_truncate").asBoolean(false),
                node.path("head_length_free").asBoolean(false));
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asString);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        array.values().forEach(node -> list.add(element.apply(node)));
        return List.copyOf(list);
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        object.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }
}
