package landspout.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates word by word: a weekday or none, day and month in either order, year and time in either order, and whatever
 * follows.
 */
final class HttpDateParser {

    private static final int MAXIMUM_LENGTH = 64;
    private static final int MAXIMUM_DIGITS = 4;
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private HttpDateParser() {}

    static Optional<Instant> parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        List<String> words = words(text.toLowerCase(Locale.ROOT));
        if (!words.isEmpty() && isWeekday(words.get(0))) {
            words.remove(0);
        }
        if (words.size() < 4) {
            return Optional.empty();
        }
        int month = month(words.get(1));
        boolean monthFirst = month == 0;
        if (monthFirst) {
            month = month(words.get(0));
        }
        String day = words.get(monthFirst ? 1 : 0);
        boolean timeFirst = words.get(2).indexOf(':') > 0;
        return instant(year(words.get(timeFirst ? 3 : 2)), month, number(day), words.get(timeFirst ? 2 : 3));
    }

    /** Blanks, commas and the hyphens of RFC 850 part the words; a zone such as -0800 loses its sign, unread. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || " ,-\t".indexOf(text.charAt(i)) >= 0;
            if (ends) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** Whatever its name: it says nothing that the date does not say. */
    private static boolean isWeekday(String word) {
        return !Character.isDigit(word.charAt(0)) && month(word) == 0;
    }

    /** From 1, and 0 for none; names may be cut to three letters. */
    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            String name = MONTHS.get(i);
            if (word.equals(name) || word.length() == 3 && name.startsWith(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** -1 for what is no number. */
    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > MAXIMUM_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static int year(String digits) {
        int year = number(digits);
        if (year < 0 || year > 99) {
            return year;
        }
        return year > 68 ? 1900 + year : 2000 + year;
    }

    private static Optional<Instant> instant(int year, int month, int day, String time) {
        String[] parts = time.split(":", 4);
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        int hour = number(parts[0]);
        int minute = number(parts[1]);
        int second = parts.length == 3 ? number(parts[2]) : 0;
        boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        if (year < 0 || !clock) {
            return Optional.empty();
        }
        try {
            // Second 60, a leap second, is the next minute.
            return Optional.of(LocalDate.of(year, month, day)
                    .atTime(hour, minute)
                    .toInstant(ZoneOffset.UTC)
                    .plusSeconds(second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
