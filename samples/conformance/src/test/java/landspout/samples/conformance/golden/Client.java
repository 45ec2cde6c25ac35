package landspout.samples.conformance.golden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the requests of cases to an application. */
abstract class Client {

    /** Sends requests on one connection. The answer to the first has the others as its {@code next}. */
    abstract Answer send(List<String> requests, boolean pipelined, boolean expectContinue) throws IOException;

    /** Runs a case, its setup first. */
    final Answer exchange(GoldenCase goldenCase) throws IOException {
        Map<String, String> captured = new LinkedHashMap<>();
        for (Setup step : goldenCase.setup()) {
            Answer answer = send(List.of(substituted(step.request(), captured)), false, false);
            for (Map.Entry<String, String> capture : step.capture().entrySet()) {
                Optional<String> value = captured(answer.headers(), capture.getValue());
                if (value.isEmpty()) {
                    return Answer.none("setup answer has no " + capture.getValue());
                }
                captured.put(capture.getKey(), value.get());
            }
        }
        List<String> requests = new ArrayList<>();
        requests.add(substituted(goldenCase.request(), captured));
        goldenCase.more().forEach(request -> requests.add(substituted(request, captured)));
        return send(requests, goldenCase.pipelined(), goldenCase.expectContinue());
    }

    private static String substituted(String request, Map<String, String> captured) {
        String text = request;
        for (Map.Entry<String, String> value : captured.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    private static Optional<String> captured(HeaderLines headers, String what) {
        String name = what.substring(what.indexOf(':') + 1);
        if (what.startsWith("header:")) {
            return headers.first(name);
        }
        return headers.values("set-cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.split(";", 2)[0].substring(name.length() + 1))
                .findFirst();
    }
}
