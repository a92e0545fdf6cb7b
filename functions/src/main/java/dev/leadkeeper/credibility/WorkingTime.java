package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Calendar;
import java.time.Duration;
import java.time.Instant;

/** Time as it counts for somebody: only their working hours, or all of it if they have none. */
final class WorkingTime {
    /** Looking further would say nothing that matters. */
    private static final int MOST_DAYS = 60;

    private WorkingTime() {}

    /** Minutes of working time between two instants. */
    static long minutes(Instant from, Instant to, Staff.Hours hours, Calendar calendar) {
        if (hours == null || !to.isAfter(from)) {
            return Math.max(0, Duration.between(from, to).toMinutes());
        }
        var first = from.atZone(hours.zone()).toLocalDate();
        var last = to.atZone(hours.zone()).toLocalDate();
        var sum = Duration.ZERO;
        for (var day = first; !day.isAfter(last) && day.isBefore(first.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
            if (calendar.worked(day, hours.days())) {
                var begins = latest(from, day.atTime(hours.from()).atZone(hours.zone()).toInstant());
                var ends = earliest(to, day.atTime(hours.to()).atZone(hours.zone()).toInstant());
                sum = ends.isAfter(begins) ? sum.plus(Duration.between(begins, ends)) : sum;
            }
        }
        return sum.toMinutes();
    }

    private static Instant latest(Instant one, Instant another) {
        return one.isAfter(another) ? one : another;
    }

    private static Instant earliest(Instant one, Instant another) {
        return one.isBefore(another) ? one : another;
    }
}
