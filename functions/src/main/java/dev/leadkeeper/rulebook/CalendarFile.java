package dev.leadkeeper.rulebook;

import dev.leadkeeper.calendar.BusinessCalendar;
import dev.leadkeeper.calendar.Calendars;
import dev.leadkeeper.calendar.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the business calendar of an organisation's folder: {@code {zone, hours, holidays: [{from, to, name}], workdays: [day],
 * teams: {<group>: {zone, hours, holidays, workdays}}}}; days are ISO dates, inclusive. What a team leaves out is the
 * organisation's; a team with holidays of its own has no days worked in exchange but its own.
 */
public final class CalendarFile {
    /** Longest holiday, in days; a longer one is a typing mistake in a year. */
    private static final int LONGEST = 60;
    /** Well within what {@link BusinessCalendar} can compute with. */
    private static final int LAST_YEAR = 2199;
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
    /** For a file that names no hours. */
    private static final Map<DayOfWeek, List<Span>> USUAL_HOURS = usualHours();

    private CalendarFile() {}

    /** What a calendar is made of, before it is one. */
    private record Parts(ZoneId zone, Map<DayOfWeek, List<Span>> hours, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        BusinessCalendar calendar(Node node) {
            if (hours.values().stream().allMatch(List::isEmpty)) {
                node.problem("no hour of the week is worked, so no deadline would ever come; give hours: {monday-friday: \"09:00-18:00\"}");
                return BusinessCalendar.always(zone);
            }
            return BusinessCalendar.of(zone, hours, holidays, workdays);
        }
    }

    /**
     * @return the organisation's calendar and its teams'; Monday to Friday 09:00-18:00 in China where the file says nothing
     * @throws RulebookInvalid with every mistake
     */
    public static Calendars parse(Map<String, ?> document) {
        var root = Node.root(document).only("zone", "hours", "holidays", "workdays", "teams");
        var own = parts(root, new Parts(USUAL_ZONE, USUAL_HOURS, Set.of(), Set.of()));
        var teams = new TreeMap<String, BusinessCalendar>();
        for (var team : root.at("teams").keys()) {
            var node = root.at("teams").at(team).only("zone", "hours", "holidays", "workdays");
            teams.put(team, parts(node, own).calendar(node.at("hours")));
        }
        var calendars = new Calendars(own.calendar(root.at("hours")), teams);
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return calendars;
    }

    private static Parts parts(Node node, Parts otherwise) {
        var ownHolidays = !node.at("holidays").missing();
        var holidays = ownHolidays ? holidays(node.at("holidays")) : otherwise.holidays();
        var exchanged = ownHolidays ? Set.<LocalDate>of() : otherwise.workdays();
        return new Parts(node.at("zone").missing() ? otherwise.zone() : zone(node.at("zone")),
                node.at("hours").missing() ? otherwise.hours() : hours(node.at("hours")),
                holidays, node.at("workdays").missing() ? exchanged : workdays(node.at("workdays"), holidays));
    }

    private static ZoneId zone(Node node) {
        var text = node.required();
        try {
            return text.isEmpty() ? USUAL_ZONE : ZoneId.of(text);
        } catch (DateTimeException e) {
            node.problem("must be a time zone; " + Spelling.hint(text, Spelling.nearest(text, ZoneId.getAvailableZoneIds()).map(List::of)
                    .orElse(List.of("Asia/Shanghai", "America/New_York", "Europe/Berlin"))));
            return USUAL_ZONE;
        }
    }

    /** By day of the week or by a range of them, such as {@code monday-friday}. */
    private static Map<DayOfWeek, List<Span>> hours(Node node) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var key : node.keys()) {
            var spans = spans(node.at(key));
            for (var day : days(node.at(key), key)) {
                if (week.put(day, spans) != null) {
                    node.at(key).problem(word(day) + " is given twice");
                }
            }
        }
        return week;
    }

    private static List<DayOfWeek> days(Node node, String key) {
        var ends = Arrays.stream(key.split("-", 2)).map(end -> day(node, end.strip())).toList();
        if (ends.contains(null)) {
            return List.of();
        }
        if (ends.getFirst().compareTo(ends.getLast()) > 0) {
            node.problem("must run from an earlier to a later day of the week, which begins on monday");
            return List.of();
        }
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.compareTo(ends.getFirst()) >= 0 && day.compareTo(ends.getLast()) <= 0).toList();
    }

    private static DayOfWeek day(Node node, String written) {
        var words = Arrays.stream(DayOfWeek.values()).map(CalendarFile::word).toList();
        int place = words.indexOf(written.toLowerCase(Locale.ROOT));
        if (place < 0) {
            node.problem(written + " is no day of the week; " + Spelling.hint(written, words));
            return null;
        }
        return DayOfWeek.values()[place];
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static List<Span> spans(Node node) {
        var spans = new ArrayList<Span>();
        for (var each : node.oneOrMore()) {
            var text = each.required();
            try {
                if (!text.isEmpty()) {
                    var span = Span.parse(text);
                    if (spans.stream().anyMatch(other -> other.from() < span.to() && span.from() < other.to())) {
                        each.problem("overlaps other hours of the day");
                    } else {
                        spans.add(span);
                    }
                }
            } catch (IllegalArgumentException e) {
                each.problem(e.getMessage());
            }
        }
        return List.copyOf(spans);
    }

    private static Set<LocalDate> holidays(Node node) {
        var holidays = new HashSet<LocalDate>();
        for (var each : node.items()) {
            each.only("from", "to", "name");
            var from = date(each.at("from"));
            var to = each.at("to").missing() ? from : date(each.at("to"));
            if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST))) {
                each.problem("must end after it begins, within " + LONGEST + " days");
            } else {
                from.datesUntil(to.plusDays(1)).forEach(holidays::add);
            }
        }
        return holidays;
    }

    private static Set<LocalDate> workdays(Node node, Set<LocalDate> holidays) {
        var workdays = new HashSet<LocalDate>();
        for (var each : node.items()) {
            var day = date(each);
            if (!workdays.add(day) || holidays.contains(day)) {
                each.problem("is listed twice, or is a holiday as well");
            }
        }
        return workdays;
    }

    private static LocalDate date(Node node) {
        var text = node.required();
        try {
            var day = text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
            if (day.getYear() >= LocalDate.EPOCH.getYear() && day.getYear() <= LAST_YEAR) {
                return day;
            }
            node.problem("must be in the years 1970 to " + LAST_YEAR);
        } catch (DateTimeException e) {
            node.problem("must be a day such as \"2026-10-01\", in quotes");
        }
        return LocalDate.EPOCH;
    }

    private static Map<DayOfWeek, List<Span>> usualHours() {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).limit(5).forEach(day -> week.put(day, List.of(Span.parse("09:00-18:00"))));
        return week;
    }
}
