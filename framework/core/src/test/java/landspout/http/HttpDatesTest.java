package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDatesTest {

    private static final long YEAR_10000 = 253_402_300_800L;

    @ParameterizedTest
    @CsvSource({
        "2031-03-04T05:06:07Z,        'Tue, 04 Mar 2031 05:06:07 GMT'",
        "2031-02-27T23:06:40.999Z,    'Thu, 27 Feb 2031 23:06:40 GMT'",
        "1970-01-01T00:00:00Z,        'Thu, 01 Jan 1970 00:00:00 GMT'",
        "1969-12-31T23:59:59.5Z,      'Wed, 31 Dec 1969 23:59:59 GMT'",
        "2024-02-29T12:00:00Z,        'Thu, 29 Feb 2024 12:00:00 GMT'",
        "0001-01-01T00:00:00Z,        'Mon, 01 Jan 0001 00:00:00 GMT'",
        "9999-12-31T23:59:59Z,        'Fri, 31 Dec 9999 23:59:59 GMT'",
    })
    void format(Instant instant, String date) {
        assertThat(HttpDates.format(instant)).isEqualTo(date);
    }

    @Test
    void formatAgreesWithTheFormatterOfTheJdkAndIsReadBack() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-59_000_000_000L, YEAR_10000));
            assertThat(HttpDates.format(instant)).isEqualTo(formatter.format(instant));
            assertThat(HttpDates.parse(HttpDates.format(instant))).contains(instant);
        }
    }

    @Test
    void formatRefusesYearsOfFiveDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpDates.format(Instant.ofEpochSecond(YEAR_10000)));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpDates.format(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpDates.format(Instant.MIN));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 06 Nov 1994 08:49:37 GMT',       1994-11-06T08:49:37Z",
        "'Sunday, 06-Nov-94 08:49:37 GMT',      1994-11-06T08:49:37Z",
        "'Sun Nov  6 08:49:37 1994',            1994-11-06T08:49:37Z",
        "'Fri, 01 Jan 2100 00:00:00 GMT',       2100-01-01T00:00:00Z",
        "'Thu, 01 Jan 1970 00:00:10 GMT',       1970-01-01T00:00:10Z",
        "'Soonday, 06 Nov 1994 08:49:37 GMT',   1994-11-06T08:49:37Z",
        "'06 Nov 1994 08:49:37',                1994-11-06T08:49:37Z",
        "'sun,6 november 1994 08:49',           1994-11-06T08:49:00Z",
        "'Wed, 06 Nov 1994 08:49:37 GMT',       1994-11-06T08:49:37Z",
        "'Sun, 06 Nov 1994 08:49:37 -0800',     1994-11-06T08:49:37Z",
        "'Sun, 06 Nov 1994 08:49:37 GMT; x=1',  1994-11-06T08:49:37Z",
        "'Thursday, 01-Jan-68 00:00:00 GMT',    2068-01-01T00:00:00Z",
        "'Thursday, 01-Jan-69 00:00:00 GMT',    1969-01-01T00:00:00Z",
        "'Sat, 31 Dec 2016 23:59:60 GMT',       2017-01-01T00:00:00Z",
        "'Mon, 01 Jan 0001 00:00:00 GMT',       2001-01-01T00:00:00Z",
    })
    void parse(String text, Instant instant) {
        assertThat(HttpDates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "garbage",
                "0",
                "-1",
                "Sun",
                "Sun, 06 Nov 1994",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 06 Foo 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:00 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, 06 Nov 19940 08:49:37 GMT",
                "Sun, 06 Nov x 08:49:37 GMT",
                "Sun, 06 Nov 1994 8 GMT",
                "Sun, 06 Nov 1994 08:49:37:12 GMT",
                "Sun, 06 Nov 1994 ::  GMT",
                "1994-11-06T08:49:37Z",
                "Sun, 06 Nov \u0661\u0669\u0669\u0664 08:49:37 GMT",
                "Sun, Nov Nov 1994 08:49:37 GMT",
                ",,,,,",
                "99999999999 99999999999 99999999999 99999999999"
            })
    void noDate(String text) {
        assertThat(HttpDates.parse(text)).isEmpty();
    }

    @Test
    void longTextIsNoDate() {
        assertThat(HttpDates.parse("Sun, 06 Nov 1994 08:49:37 GMT" + " ".repeat(65_536)))
                .isEmpty();
    }

    @Test
    void neverFails() {
        Random random = new Random(6);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder("Sunday, 06-Nov-94 08:49:37 GMT");
            for (int change = random.nextInt(4); change >= 0; change--) {
                int position = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(position);
                } else {
                    text.setCharAt(position, "0129:-, aNé\0".charAt(random.nextInt(12)));
                }
            }
            HttpDates.parse(text.toString())
                    .ifPresent(instant -> assertThat(HttpDates.format(instant)).hasSize(29));
        }
    }
}
