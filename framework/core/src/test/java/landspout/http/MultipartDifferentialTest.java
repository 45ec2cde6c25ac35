package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner against Tornado's own way of doing it: search from the right, split, search in each piece. */
class MultipartDifferentialTest {

    private static final int ROUNDS = 20_000;

    private static final String[] SNIPPETS = {
        "\r\n",
        "\r",
        "\n",
        "-",
        "--",
        "--B",
        "--B--",
        "--B\r\n",
        "\r\n--B\r\n",
        "\r\n--B--",
        "\r\n\r\n",
        "B",
        " ",
        ";",
        "\"",
        "\\",
        "=",
        "*",
        "'",
        "%",
        "%00",
        ":",
        "Content-Disposition: form-data; name=a\r\n\r\n",
        "name",
        "filename=x",
        "\0",
        "\u00ff",
        "Content-Type: a/b\r\n",
        "\t",
        "--B-",
        "--B\r",
    };

    @ParameterizedTest
    @ValueSource(strings = {"B", "-", "B--B", "--"})
    void mutatedFormsAreReadAsTheObviousWayReadsThem(String boundary) {
        Random random = new Random(boundary.hashCode());
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String body = mutated(random, valid(random)).replace("B", boundary);
            byte[] octets = Received.octets(body);
            String contentType = "multipart/form-data; boundary=" + boundary;

            String scanned = Received.of(contentType, octets, RequestLimits.DEFAULTS, Received.whole());
            String split = Received.of(contentType, octets, RequestLimits.DEFAULTS, Received.random(random, 9));
            String expected = obvious(body, boundary);

            assertThat(split).as("split: %s", body).isEqualTo(scanned);
            assertThat(scanned.startsWith("400: ") ? "400" : scanned).as(body).isEqualTo(expected);
            taken += expected.equals("400") ? 0 : 1;
        }
        assertThat(taken).as("forms that were still valid").isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    private static String valid(Random random) {
        StringBuilder body = new StringBuilder();
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            body.append("--B\r\nContent-Disposition: form-data; name=\"n")
                    .append(random.nextInt(2))
                    .append('"');
            if (random.nextBoolean()) {
                body.append("; filename=\"f").append(i).append('"');
            }
            body.append("\r\n");
            if (random.nextBoolean()) {
                body.append("Content-Type: text/plain\r\n");
            }
            body.append("\r\n").append("value-\r\n".repeat(random.nextInt(3))).append("\r\n");
        }
        return body.append("--B--\r\n").toString();
    }

    private static String mutated(Random random, String valid) {
        StringBuilder body = new StringBuilder(valid);
        for (int i = random.nextInt(4); i > 0; i--) {
            int position = random.nextInt(body.length() + 1);
            int end = Math.min(body.length(), position + random.nextInt(5));
            switch (random.nextInt(4)) {
                case 0 -> body.insert(position, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                case 1 -> body.delete(position, end);
                case 2 -> body.replace(position, end, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                default -> body.insert(position, body.substring(position, end));
            }
        }
        return body.toString();
    }

    private static String obvious(String body, String boundary) {
        String closing = "--" + boundary + "--";
        int end = body.lastIndexOf(closing);
        if (end < 0 || body.indexOf(closing) != end) {
            return "400";
        }
        List<String> pieces = split(body.substring(0, end), "--" + boundary + "\r\n");
        if (!pieces.get(0).isEmpty()) {
            return "400";
        }
        StringBuilder fields = new StringBuilder();
        Arguments.Builder arguments = new Arguments.Builder();
        List<String[]> files = new ArrayList<>();
        for (String piece : pieces) {
            if (piece.isEmpty()) {
                continue;
            }
            int endOfHeaders = piece.indexOf("\r\n\r\n");
            if (endOfHeaders < 0 || piece.startsWith("\r\n") || !piece.endsWith("\r\n")) {
                return "400";
            }
            String value = piece.substring(endOfHeaders + 4, Math.max(endOfHeaders + 4, piece.length() - 2));
            String[] headers = headers(piece.substring(0, endOfHeaders));
            if (headers == null) {
                return "400";
            }
            if (headers[1].isEmpty()) {
                arguments.add(headers[0], Received.octets(value));
            } else {
                files.add(new String[] {headers[0], headers[1], headers[2], value});
            }
        }
        fields.append(Received.describe(arguments.build()));
        List<String> names = files.stream().map(file -> file[0]).distinct().toList();
        for (String name : names) {
            for (String[] file : files) {
                if (file[0].equals(name)) {
                    fields.append(" ")
                            .append(name)
                            .append("=(")
                            .append(String.join(" ", Arrays.asList(file).subList(1, 4)))
                            .append(")");
                }
            }
        }
        return fields.toString().strip();
    }

    private static List<String> split(String text, String separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int next = text.indexOf(separator); next >= 0; next = text.indexOf(separator, start)) {
            pieces.add(text.substring(start, next));
            start = next + separator.length();
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** Name, file name and type; null for headers that are refused. */
    private static String @Nullable [] headers(String octets) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Received.octets(octets)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n", -1)) {
            if (!line.matches("[\\t\\x20-\\x7e\\x80-\\uffff]*")) {
                return null;
            }
            if (!line.matches("[ \\t].*")) {
                lines.add(line);
            } else if (lines.isEmpty()) {
                return null;
            } else {
                lines.add(lines.remove(lines.size() - 1) + " " + line.strip());
            }
        }
        String disposition = "";
        String type = "application/unknown";
        int dispositions = 0;
        int types = 0;
        for (String line : lines) {
            if (!line.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+:.*")) {
                return null;
            }
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.matches("(?i)content-disposition:.*")) {
                disposition = value;
                dispositions++;
            } else if (line.matches("(?i)content-type:.*")) {
                type = value;
                types++;
            }
        }
        HeaderParameters parameters = HeaderParameters.parse(disposition);
        String name = parameters.parameter("name");
        String filename = parameters.parameter("filename");
        boolean controls = (name + filename).matches("(?s).*[\\x00-\\x08\\x0a-\\x1f\\x7f].*");
        boolean form = parameters.value().equalsIgnoreCase("form-data");
        return dispositions > 1 || types > 1 || controls || !form || name.isEmpty()
                ? null
                : new String[] {name, filename, type};
    }
}
