package dev.leadkeeper.calendar;

import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * Hours of a day, by the clock on the wall.
 *
 * @param from second of the day, inclusive
 * @param to   second of the day, exclusive; {@link #DAY} is midnight at its end
 */
public record Span(int from, int to) {
    /** Seconds of a day by the clock on the wall. */
    public static final int DAY = 86_400;
    /** A whole day. */
    public static final Span ALL_DAY = new Span(0, DAY);
    private static final Pattern WRITTEN = Pattern.compile("(\\d\\d):([0-5]\\d)\\s*-\\s*(\\d\\d):([0-5]\\d)");

    /** @throws IllegalArgumentException unless it begins before it ends, within a day */
    public Span {
        if (from < 0 || from >= to || to > DAY) {
            throw new IllegalArgumentException("must end after it begins and by 24:00; hours through the night are two spans,"
                    + " 22:00-24:00 and 00:00-06:00 of the next day");
        }
    }

    /** From one time of the day to a later one. */
    public static Span of(LocalTime from, LocalTime to) {
        return new Span(from.toSecondOfDay(), to.toSecondOfDay());
    }

    /**
     * Reads {@code 09:00-18:00}; the end may be {@code 24:00}.
     *
     * @throws IllegalArgumentException if it is nothing of the kind; the message says what to write
     */
    public static Span parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("must be hours such as \"09:00-18:00\", in quotes");
        }
        return new Span(second(written.group(1), written.group(2)), second(written.group(3), written.group(4)));
    }

    private static int second(String hour, String minute) {
        return Integer.parseInt(hour) * 3600 + Integer.parseInt(minute) * 60;
    }
}
