package landspout.samples.conformance.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the case files. */
final class GoldenCases {

    private static final List<String> AREAS = List.of(
            "arguments",
            "async",
            "auth",
            "basic",
            "connection",
            "cookies",
            "echo",
            "errors",
            "etag",
            "forms",
            "gzip",
            "headers",
            "json",
            "lifecycle",
            "methods",
            "range",
            "redirect",
            "routing",
            "signed",
            "slash",
            "static",
            "status",
            "stock",
            "stream",
            "template",
            "websocket",
            "wire",
            "write",
            "xsrf");

    private static final JsonMapper JSON = JsonMapper.shared();

    private GoldenCases() {}

    /** All cases, area by area, in the order of the files. */
    static List<GoldenCase> all() {
        List<GoldenCase> cases = new ArrayList<>();
        for (String area : AREAS) {
            for (JsonNode node : read(area).path("cases").values()) {
                cases.add(GoldenCaseReader.read(node));
            }
        }
        return List.copyOf(cases);
    }

    private static JsonNode read(String area) {
        try (InputStream file = GoldenCases.class.getResourceAsStream("/golden/cases/" + area + ".json")) {
            return JSON.readTree(Objects.requireNonNull(file, area));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
