package dev.leadkeeper.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Instants as we store them, a handful in every item that is read: {@link Instant#parse} would take a twentieth of all the time that work on a lead takes. */
public final class Instants {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MILLIS = FORM.length() + ".000Z".length();

    private Instants() {}

    /**
     * The same as {@link Instant#parse}.
     *
     * @throws DateTimeException if the text is no instant
     */
    public static Instant parse(String text) {
        var whole = text.length() == FORM.length() + 1;
        var usual = (whole || text.length() == MILLIS && text.charAt(FORM.length()) == '.')
                && text.charAt(text.length() - 1) == 'Z' && looksUsual(text);
        if (!usual) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int millis = whole ? 0 : number(text, 20, 23);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || millis < 0) {
            return Instant.parse(text);
        }
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + second, millis * 1_000_000L);
    }

    private static boolean looksUsual(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            var c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The digits from {@code from} to before {@code to} as a number; negative if not all of them are digits. */
    private static int number(String text, int from, int to) {
        var number = 0;
        for (int i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
