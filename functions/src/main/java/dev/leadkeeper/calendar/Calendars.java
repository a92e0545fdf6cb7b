package dev.leadkeeper.calendar;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The business calendars of an organisation.
 *
 * @param organisation everybody's who is in no team with one of its own
 * @param teams        by the name of a group of staff
 */
public record Calendars(BusinessCalendar organisation, Map<String, BusinessCalendar> teams) {
    /** Name of the organisation's own calendar. */
    public static final String ORGANISATION = "";
    /** Of an organisation that never said when work is done: all time counts. */
    public static final Calendars ALWAYS = new Calendars(BusinessCalendar.always(ZoneId.of("Asia/Shanghai")), Map.of());

    public Calendars {
        teams = Collections.unmodifiableMap(new TreeMap<>(teams));
    }

    /** The name of the calendar that members of these groups work by; the first by its name if there are several. */
    public String of(Set<String> groups) {
        return teams.keySet().stream().filter(groups::contains).findFirst().orElse(ORGANISATION);
    }

    /** A calendar by its name; the organisation's if there is none of that name (any more). */
    public BusinessCalendar named(String team) {
        return teams.getOrDefault(team, organisation);
    }

    /** The calendar that members of these groups work by. */
    public BusinessCalendar ofMembers(Set<String> groups) {
        return named(of(groups));
    }
}
