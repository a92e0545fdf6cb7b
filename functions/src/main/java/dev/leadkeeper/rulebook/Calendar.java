package dev.leadkeeper.rulebook;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The business calendar (工作日历): which days are worked whatever day of the week they are.
 *
 * @param holidays nobody works
 * @param workdays worked in exchange for a holiday (调休), on weekends too
 */
public record Calendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {
    /** Only the days of the week count. */
    public static final Calendar NONE = new Calendar(Set.of(), Set.of());
    /** Longest holiday, in days; a longer one is a typing mistake in a year. */
    private static final int LONGEST = 60;

    public Calendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** Whether somebody who usually works on these days of the week works on this day. */
    public boolean worked(LocalDate day, Set<DayOfWeek> usually) {
        return !holidays.contains(day) && (workdays.contains(day) || usually.contains(day.getDayOfWeek()));
    }

    /**
     * Reads {@code {holidays: [{from, to, name}], workdays: [day]}}, both inclusive, ISO dates.
     *
     * @throws RulebookInvalid with every mistake
     */
    public static Calendar parse(Map<String, ?> document) {
        var root = Node.root(document).only("holidays", "workdays");
        var holidays = new HashSet<LocalDate>();
        for (var each : root.at("holidays").items()) {
            each.only("from", "to", "name");
            var from = day(each.at("from"));
            var to = day(each.at("to"));
            if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST))) {
                each.problem("must end after it begins, within " + LONGEST + " days");
            } else {
                from.datesUntil(to.plusDays(1)).forEach(holidays::add);
            }
        }
        var workdays = new HashSet<LocalDate>();
        for (var each : root.at("workdays").items()) {
            if (!workdays.add(day(each)) || holidays.contains(day(each))) {
                each.problem("is listed twice, or is a holiday as well");
            }
        }
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return new Calendar(holidays, workdays);
    }

    private static LocalDate day(Node node) {
        var text = node.required();
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeException e) {
            node.problem("must be a day such as \"2026-10-01\", in quotes");
            return LocalDate.EPOCH;
        }
    }
}
