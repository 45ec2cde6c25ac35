package landspout.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values are recorded from Tornado, which made or judged them. */
final class SignedValuesTest {

    private static final String SECRET = "landspout-conformance-secret";
    private static final SigningKeys KEYS = SigningKeys.of(SECRET);
    private static final Map<Integer, String> SECRETS = Map.of(0, SECRET, 1, SECRET + "-one", 2, SECRET + "-two");
    private static final SigningKeys NUMBERED_KEYS = SigningKeys.of(SECRETS, 1);
    private static final long MADE = 1_525_132_800L;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(MADE), ZoneOffset.UTC);
    private static final Duration FOREVER = Duration.ofDays(100_000);

    private static final String ALICE_2 =
            "2|1:0|10:1525132800|7:session|8:YWxpY2U=|02a21a256e7dddcb449c4762e302c9681d1ba55d81a145ab97093744ed47d00d";
    private static final String ALICE_1 = "YWxpY2U=|1525132800|7bb1cb91781eae02c4d5c428428e7a0e70613dd3";
    private static final String PIPE_1 =
            "YSBsb25nZXIgdmFsdWUgfCB3aXRoIHBpcGU=|1525132800|308f55d81d7cb6a3f0f467e9ff217213e874d2be";
    private static final String OTHER_2 =
            "2|1:0|10:1525132800|5:other|4:bw==|aca7057737efe95dac30aea81772984eea2aee958e86feca2a4bb035bd72db92";
    private static final String BOB_KEY_1 =
            "2|1:1|10:1525132800|7:session|4:Ym9i|66b2dbd6a9d39f5ab5c02330fca2d592f3bec78169a5a05348678068e12efd38";
    private static final String FRESH_2 =
            "2|1:0|10:1795449774|7:session|16:ZnJlc2ggdmFsdWU=|16f319f57727a2df08e5ea06e5b253b3dde7fef39918a70a9fd86b5027fc88c0";

    private static Optional<String> read(SigningKeys keys, String name, String value, int minVersion) {
        return SignedValues.decode(keys, name, value, FOREVER, minVersion, CLOCK)
                .map(bytes -> new String(bytes, UTF_8));
    }

    private static Clock later(Duration duration) {
        return Clock.offset(CLOCK, duration);
    }

    @ParameterizedTest
    @CsvSource({
        "session, alice, " + ALICE_2,
        "session, alice, " + ALICE_1,
        "session, a longer value | with pipe, " + PIPE_1,
        "other, o, " + OTHER_2,
        "session, fresh value, " + FRESH_2,
    })
    void readsWhatTornadoSigned(String name, String value, String signed) {
        assertThat(read(KEYS, name, signed, 1)).contains(value);
    }

    @Test
    void signsAsTornadoSigned() {
        Clock fresh = Clock.fixed(Instant.ofEpochSecond(1_795_449_774L, 999_999_999), ZoneOffset.UTC);
        assertThat(SignedValues.create(KEYS, "session", "alice".getBytes(UTF_8), 2, CLOCK))
                .isEqualTo(ALICE_2);
        assertThat(SignedValues.create(KEYS, "session", "alice".getBytes(UTF_8), 1, CLOCK))
                .isEqualTo(ALICE_1);
        assertThat(SignedValues.create(KEYS, "session", "a longer value | with pipe".getBytes(UTF_8), 1, CLOCK))
                .isEqualTo(PIPE_1);
        assertThat(SignedValues.create(KEYS, "other", "o".getBytes(UTF_8), 2, CLOCK))
                .isEqualTo(OTHER_2);
        assertThat(SignedValues.create(KEYS, "session", "fresh value".getBytes(UTF_8), 2, fresh))
                .isEqualTo(FRESH_2);
        assertThat(SignedValues.create(NUMBERED_KEYS, "session", "bob".getBytes(UTF_8), 2, CLOCK))
                .isEqualTo(BOB_KEY_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2|1:0|10:1525132800|7:session|8:YWxpY2U=|02a21a256e7dddcb449c4762e302c9681d1ba55d81a145ab97093744ed47d000",
                "2|1:0|10:1525132800|7:session|8:YWRtaW4=|02a21a256e7dddcb449c4762e302c9681d1ba55d81a145ab97093744ed47d00d",
                "2|1:0|10:1525132800|8:session|8:YWxpY2U=|02a21a256e7dddcb449c4762e302c9681d1ba55d81a145ab97093744ed47d00d",
                "2|1:0|10:1525132800|7:session|8:YWxpY2U=|02A21A256E7DDDCB449C4762E302C9681D1BA55D81A145AB97093744ED47D00D",
                "2|1:0|10:1525132800|7:session|8:YWxpY2U=|dfdbc49ad689cc38bd72f7ca82b2ee64d92756bc916ef95633a4c8dc3c899b72",
                "2|1:0|10:1525132800|7:session|8:YWxpY2U=|",
                "2|1:0|10:1525132800|7:session|8:YWxpY2U=",
                "2|01:0|10:1525132800|7:session|8:YWxpY2U=|02a21a256e7dddcb449c4762e302c9681d1ba55d81a145ab97093744ed47d00d",
                "YWxpY2U=|1525132800|7bb1cb91781eae02c4d5c428428e7a0e70613dd0",
                "YWxpY2U=|1525132801|7bb1cb91781eae02c4d5c428428e7a0e70613dd3",
                "YWxpY2U=|1525132800|7bb1cb91781eae02c4d5c428428e7a0e70613dd3|",
                "YWxpY2U|=1525132800|7bb1cb91781eae02c4d5c428428e7a0e70613dd3",
                "YWxpY2U=1|525132800|7bb1cb91781eae02c4d5c428428e7a0e70613dd3",
                "",
                "|",
                "||",
                "|||",
                "2",
                "2|",
                "2||",
                "2|1",
                "2|:",
                "2|1:",
                "2|1:0",
                "2|1:0|",
                "2|0:|0:|0:|0:|",
                "2|-1:0|10:1525132800",
                "2|999999999:0|",
                "2|2147483647:0|",
                "2|99999999999999999999:0|",
                "2|1:0|9999999999:x|",
                "3|1:0|10:1525132800|7:session|8:YWxpY2U=|x",
                "999|x",
                "1|1|1",
                "嘊|丮|Ċ",
                "2|1:嘊|"
            })
    void refusesEverythingElse(String signed) {
        assertThat(read(KEYS, "session", signed, 1)).isEmpty();
        assertThat(read(NUMBERED_KEYS, "session", signed, 1)).isEmpty();
    }

    @Test
    void theNameIsSigned() {
        assertThat(read(KEYS, "other", ALICE_2, 1)).isEmpty();
        assertThat(read(KEYS, "other", ALICE_1, 1)).isEmpty();
    }

    @Test
    void minVersion() {
        assertThat(read(KEYS, "session", ALICE_2, 2)).contains("alice");
        assertThat(read(KEYS, "session", ALICE_1, 2)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> read(KEYS, "session", ALICE_2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALICE_2, ALICE_1})
    void age(String signed) {
        Duration limit = SignedValues.DEFAULT_MAX_AGE;
        assertThat(SignedValues.decode(KEYS, "session", signed, limit, 1, later(limit)))
                .isPresent();
        assertThat(SignedValues.decode(KEYS, "session", signed, limit, 1, later(limit.plusMillis(1))))
                .isEmpty();
        assertThat(SignedValues.decode(KEYS, "session", signed)).isEmpty();
        Duration eternity = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(SignedValues.decode(KEYS, "session", signed, eternity, 1, CLOCK))
                .isPresent();
    }

    @Test
    void theFutureBetraysVersion1Only() {
        Clock month = later(Duration.ofDays(-31));
        Clock more = later(Duration.ofDays(-31).minusMillis(1));
        assertThat(SignedValues.decode(KEYS, "session", ALICE_1, FOREVER, 1, month))
                .isPresent();
        assertThat(SignedValues.decode(KEYS, "session", ALICE_1, FOREVER, 1, more))
                .isEmpty();
        assertThat(SignedValues.decode(KEYS, "session", ALICE_2, FOREVER, 1, more))
                .isPresent();
    }

    /** Digits moved from the end of the Base64 into the timestamp leave the signature of version 1 valid. */
    @ParameterizedTest
    @ValueSource(
            strings = {"MDAw|MDAw01525132800", "MDAw|1525132800x", "MDAw|", "MDAw|-1", "MDAw|99999999999999999999"})
    void timestampsOfVersion1AreChecked(String valueAndTimestamp) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
        byte[] signature = mac.doFinal(("session" + valueAndTimestamp.replace("|", "")).getBytes(UTF_8));
        String signed = valueAndTimestamp + "|" + HexFormat.of().formatHex(signature);
        assertThat(read(KEYS, "session", signed, 1)).isEmpty();
    }

    @Test
    void aLeadingZeroBetraysVersion1() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
        String digits = HexFormat.of().formatHex(mac.doFinal("sessionYWxp01525132800".getBytes(UTF_8)));
        assertThat(read(KEYS, "session", "YWxp|01525132800|" + digits, 1)).isEmpty();
        assertThat(read(KEYS, "session", "YWxp0|1525132800|" + digits, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alice, 0, " + ALICE_2,
        "bob,   1, " + BOB_KEY_1,
        ",      2, 2|1:2|10:1525132800|7:session|4:Ym9i|84f32c62706646966efc5e167d2029df8c3f1126320e4ae8bc44450ba58340f2",
        ",      9, 2|1:9|10:1525132800|7:session|4:eA==|37b2c2bd47b943448d27de92980ab8992fb262b918f15e9963f4d9c2d800e6fe",
        ",      5, 3|1:5|10:1525132800|7:session|4:eA==|x",
    })
    void numberedKeys(String value, int keyVersion, String signed) {
        assertThat(read(NUMBERED_KEYS, "session", signed, 1)).isEqualTo(Optional.ofNullable(value));
        assertThat(SignedValues.keyVersion(signed)).isEqualTo(OptionalInt.of(keyVersion));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ALICE_1, "", "2|", "2|1:x|1:1|1:1|1:1|x", "2|0:|1:1|1:1|1:1|x", "10|1:0|1:1|1:1|1:1|x", "2|1:0"})
    void noKeyVersion(String signed) {
        assertThat(SignedValues.keyVersion(signed)).isEmpty();
    }

    @Test
    void version1KnowsNoNumberedKeys() {
        assertThat(read(NUMBERED_KEYS, "session", ALICE_1, 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedValues.create(NUMBERED_KEYS, "session", new byte[0], 1, CLOCK));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedValues.create(KEYS, "session", new byte[0], 3, CLOCK));
    }

    @Test
    void keysThatCannotSign() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.of(""))
                .withMessageContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.of(Map.of(1, "a"), 2))
                .withMessageContaining("2")
                .withMessageContaining("[1]");
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKeys.of(Map.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKeys.of(Map.of(1, "a", 2, ""), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKeys.of(Map.of(-1, "a"), -1));
        assertThat(KEYS.toString()).doesNotContain(SECRET);
    }

    @Test
    void bytesSurviveAndChangesDoNot() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            byte[] value = new byte[random.nextInt(40)];
            random.nextBytes(value);
            SigningKeys keys = random.nextBoolean() ? KEYS : NUMBERED_KEYS;
            int version = keys == KEYS ? 1 + random.nextInt(2) : 2;
            String name = "n".repeat(random.nextInt(12)) + (random.nextBoolean() ? "é☃" : "");
            String signed = SignedValues.create(keys, name, value, version, CLOCK);
            assertThat(SignedValues.decode(keys, name, signed, Duration.ZERO, version, CLOCK)
                            .orElseThrow())
                    .isEqualTo(value);
            StringBuilder changed = new StringBuilder(signed);
            int position = random.nextInt(signed.length());
            changed.setCharAt(position, (char) (signed.charAt(position) ^ 1 << random.nextInt(7)));
            assertThat(SignedValues.decode(keys, name, changed.toString(), FOREVER, 1, CLOCK))
                    .isEmpty();
            assertThat(SignedValues.decode(keys, name + "x", signed, FOREVER, 1, CLOCK))
                    .isEmpty();
        }
    }

    @Test
    void noInputFails() {
        Random random = new Random(8);
        String alphabet = "|||:::0123456789aY=\u00e9";
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[random.nextInt(30)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            String signed = (random.nextBoolean() ? "2|1:0|" : "") + new String(noise, ISO_8859_1);
            assertThat(read(KEYS, "session", signed, 1)).isEmpty();
            SignedValues.keyVersion(signed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", ":", "2|", "1:", "1:1|", "9", "a", "="})
    void longRepetitionsTakeNoTime(String piece) {
        String text = piece.repeat(65_536 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (String prefix : new String[] {"", "2|", "2|1:0|"}) {
                assertThat(read(KEYS, "session", prefix + text, 1)).isEmpty();
                SignedValues.keyVersion(prefix + text);
            }
        });
    }

    @Test
    void bigValues() {
        String value = Base64.getEncoder().encodeToString(new byte[65_536]);
        assertThat(SignedValues.decode(KEYS, "n", SignedValues.create(KEYS, "n", value))
                        .orElseThrow())
                .isEqualTo(value.getBytes(UTF_8));
    }
}
