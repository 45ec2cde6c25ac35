package landspout.escape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    /** The bodies of the recorded requests come back with the recorded values. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '!', textBlock = """
            {"a": [1, 2.5, null, true], "b": {"c": "d"}} ! {"a":[1,2.5,null,true],"b":{"c":"d"}}
            {"k": "café ☃"}                              ! {"k":"caf\\u00E9 \\u2603"}
            "a\\u0062\\n\\"\\\\/"                        ! "ab\\n\\"\\\\/"
            "</script>"                                  ! "<\\/script>"
            "<//</<"                                     ! "<\\//<\\/<"
            {"</": "/"}                                  ! {"<\\/":"/"}
            1.5                                          ! 1.5
            1e2                                          ! 100.0
            1e400                                        ! 1E+400
            -1e400                                       ! -1E+400
            1e-400                                       ! 0.0
            123456789012345678901234567890               ! 123456789012345678901234567890
            -0                                           ! 0
            {"a": 1, "a": 2}                             ! {"a":2}
            "\\ud800"                                    ! "\\uD800"
            "🌀"                                         ! "\\uD83C\\uDF00"
            "\\u2028\\u0000"                             ! "\\u2028\\u0000"
            null                                         ! null
            ` [ ] `                                      ! []
            """)
    void decodedAndEncoded(String json, String again) {
        assertThat(Escape.jsonEncode(Escape.jsonDecode(json))).isEqualTo(again);
        assertThat(Escape.jsonEncode(Escape.jsonDecode(json.getBytes(UTF_8)))).isEqualTo(again);
        assertThat(Escape.jsonEncodeToBytes(Escape.jsonDecode(json))).isEqualTo(again.getBytes(UTF_8));
    }

    @Test
    void types() {
        assertThat(Escape.jsonDecode("[7, 8000000000, 9e0, 1e400, 80000000000000000000, \"x\", false, null, {}]"))
                .isEqualTo(Arrays.asList(
                        7,
                        8_000_000_000L,
                        9.0,
                        new BigDecimal("1E+400"),
                        new BigInteger("80000000000000000000"),
                        "x",
                        false,
                        null,
                        Map.of()));
        assertThat(Escape.jsonDecode("null")).isNull();
    }

    record Point(int x, Instant at) {}

    @Test
    void encodesRecordsDatesAndArrays() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("point", new Point(1, Instant.EPOCH));
        value.put("array", new int[] {1, 2});
        assertThat(Escape.jsonEncode(value))
                .isEqualTo("{\"point\":{\"x\":1,\"at\":\"1970-01-01T00:00:00Z\"},\"array\":[1,2]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"a\": ",
                "{\"a\" 1}",
                "{a: 1}",
                "{'a': 1}",
                "[1,]",
                "{\"a\":1,}",
                "[1 2]",
                "]",
                "}",
                "[1}",
                "1 2",
                "{} x",
                "nul",
                "nullx",
                "NaN",
                "Infinity",
                "-Infinity",
                "[NaN]",
                "+1",
                "01",
                ".5",
                "5.",
                "1e",
                "0x1",
                "\"a",
                "\"\n\"",
                "\"\\x\"",
                "\"\\ud8\"",
                "/**/1",
                "#\n1",
                "\uFEFF1",
                "1e99999999999",
                "\0",
                "[,1]",
                "{,}",
                "{1: 2}",
                "{null: 2}",
                "\u00a01"
            })
    void refuses(String json) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonDecode(json));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonDecode(json.getBytes(UTF_8)));
    }

    @Test
    void onlyUtf8() {
        for (byte[] bytes : List.of(
                "\"é\"".getBytes(ISO_8859_1),
                "{}".getBytes(UTF_16),
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})) {
            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonDecode(bytes));
        }
    }

    @Test
    void depthIsLimited() {
        assertThat(Escape.jsonDecode("[".repeat(500) + "]".repeat(500))).isInstanceOf(List.class);
        for (String opening : List.of("[", "{\"a\":")) {
            for (int depth : new int[] {501, 100_000}) {
                assertThatExceptionOfType(JsonException.class)
                        .isThrownBy(() -> Escape.jsonDecode(opening.repeat(depth)))
                        .withMessageContaining("depth");
            }
        }
    }

    @Test
    void numbersAreLimited() {
        assertThat(Escape.jsonDecode("9".repeat(1000))).isEqualTo(new BigInteger("9".repeat(1000)));
        for (String number : List.of("9".repeat(1001), "1." + "9".repeat(1001), "1e" + "9".repeat(1001))) {
            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonDecode(number));
        }
    }

    @Test
    void whatHasNoJsonIsRefused() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonEncode(itself));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonEncode(Map.of("o", new Object())));
    }

    @Test
    void nanIsValidJson() {
        assertThat(Escape.jsonEncode(List.of(Double.NaN, Float.POSITIVE_INFINITY)))
                .isEqualTo("[\"NaN\",\"Infinity\"]");
    }

    @Test
    void randomInputIsRefusedOrRead() {
        Random random = new Random(2);
        String alphabet = "{}[]\",:\\u0123456789abcdefnulltrue.eE+- \n\u00e9";
        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            String json = random.ints(random.nextInt(12), 0, alphabet.length())
                    .collect(StringBuilder::new, (s, i) -> s.append(alphabet.charAt(i)), StringBuilder::append)
                    .toString();
            Throwable thrown = catchThrowable(() -> Escape.jsonEncode(Escape.jsonDecode(json)));
            if (thrown == null) {
                read++;
            } else {
                assertThat(thrown).as(json).isInstanceOf(JsonException.class);
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":1,", "\"", "\\", "9", "1.", "-", " ", "\"\\u0041"})
    void longRepetitionsTakeNoTime(String piece) {
        String text = piece.repeat(65_536 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Escape.jsonDecode(text));
            assertThat(Escape.jsonDecode(Escape.jsonEncode(text))).isEqualTo(text);
        });
    }
}
