package dev.leadkeeper.calendar;

import java.util.Locale;

/** Which time a deadline counts. */
public enum Pace {
    /** Working hours alone: Friday 18:00 + 4 h is Monday 13:00 with hours from 9 to 17. */
    WORKING,
    /** All hours of the days that are worked: Friday 18:00 + 48 h is Tuesday 18:00. */
    WORKDAYS,
    /** All hours of all days. */
    WALL;

    /** The word in the rulebook. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
