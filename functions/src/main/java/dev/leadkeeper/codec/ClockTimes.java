package dev.leadkeeper.codec;

import java.time.DateTimeException;
import java.time.LocalTime;

/** Times of day as we store them, some in every person that is read: {@link LocalTime#parse} would take more time than all else about a person. */
final class ClockTimes {
    private static final int FORM = "00:00".length();

    private ClockTimes() {}

    /**
     * The same as {@link LocalTime#parse}.
     *
     * @throws DateTimeException if the text is no time of day
     */
    static LocalTime parse(String text) {
        if (text.length() != FORM || text.charAt(2) != ':') {
            return LocalTime.parse(text);
        }
        int hour = number(text.charAt(0), text.charAt(1));
        int minute = number(text.charAt(3), text.charAt(4));
        return hour < 0 || hour > 23 || minute < 0 || minute > 59 ? LocalTime.parse(text) : LocalTime.of(hour, minute);
    }

    /** Two digits as a number; negative if they are none. */
    private static int number(char tens, char ones) {
        return tens < '0' || tens > '9' || ones < '0' || ones > '9' ? -1 : 10 * (tens - '0') + ones - '0';
    }
}
