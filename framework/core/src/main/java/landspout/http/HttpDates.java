package landspout.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates in headers: RFC 9110 section 5.6.7. */
public final class HttpDates {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private HttpDates() {}

    /**
     * An IMF-fixdate such as {@code Tue, 04 Mar 2031 05:06:07 GMT}; fractions of a second are cut off.
     *
     * @throws IllegalArgumentException outside the years 0 to 9999, which the form cannot hold
     */
    public static String format(Instant instant) {
        LocalDateTime time;
        try {
            time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no HTTP date for " + instant, e);
        }
        int year = time.getYear();
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("no HTTP date for the year " + year);
        }
        StringBuilder date = new StringBuilder(29);
        int day = 3 * (time.getDayOfWeek().getValue() - 1);
        date.append(DAYS, day, day + 3).append(", ");
        appendTwoDigits(date, time.getDayOfMonth());
        int month = 3 * (time.getMonthValue() - 1);
        date.append(' ').append(MONTHS, month, month + 3).append(' ');
        appendTwoDigits(date, year / 100);
        appendTwoDigits(date, year % 100);
        appendTwoDigits(date.append(' '), time.getHour());
        appendTwoDigits(date.append(':'), time.getMinute());
        appendTwoDigits(date.append(':'), time.getSecond());
        return date.append(" GMT").toString();
    }

    private static void appendTwoDigits(StringBuilder date, int number) {
        date.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /**
     * Reads the three formats of RFC 9110 and what Python's {@code email.utils.parsedate} takes besides: a missing
     * weekday, missing seconds, years of two digits (69 to 99 are 1969 to 1999), full names of months, any case. The
     * zone is not read: HTTP dates are GMT.
     *
     * @return empty for anything that is no date; never fails
     */
    public static Optional<Instant> parse(String text) {
        return HttpDateParser.parse(text);
    }
}
