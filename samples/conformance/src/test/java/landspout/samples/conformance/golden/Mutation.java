package landspout.samples.conformance.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers with one thing changed. */
final class Mutation {

    private Mutation() {}

    static Answer status(Answer answer, int status) {
        return Answer.of(status, answer.reason(), answer.headers(), answer.body())
                .withNext(answer.next());
    }

    static Answer reason(Answer answer, String reason) {
        return Answer.of(answer.status(), reason, answer.headers(), answer.body())
                .withNext(answer.next());
    }

    /** The same with another body, which is not encoded. */
    static Answer body(Answer answer, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Answer.of(answer.status(), answer.reason(), answer.headers(), bytes)
                .withNext(answer.next());
    }

    static Answer withHeader(Answer answer, String name, String value) {
        List<HeaderLines.Line> lines = new ArrayList<>(answer.headers().lines());
        lines.add(new HeaderLines.Line(name, value));
        return withLines(answer, lines);
    }

    static Answer withoutHeader(Answer answer, String name) {
        return changed(answer, line -> line.name().equalsIgnoreCase(name) ? Stream.empty() : Stream.of(line));
    }

    /** The same with a part of the value of a header replaced. */
    static Answer replaced(Answer answer, String name, String part, String replacement) {
        return changed(
                answer,
                line -> Stream.of(
                        line.name().equals(name)
                                ? new HeaderLines.Line(name, line.value().replace(part, replacement))
                                : line));
    }

    private static Answer changed(Answer answer, Function<HeaderLines.Line, Stream<HeaderLines.Line>> change) {
        return withLines(
                answer, answer.headers().lines().stream().flatMap(change).toList());
    }

    private static Answer withLines(Answer answer, List<HeaderLines.Line> lines) {
        return Answer.of(answer.status(), answer.reason(), new HeaderLines(lines), answer.body())
                .withNext(answer.next());
    }
}
