package dev.leadkeeper.infra.seed;

import dev.leadkeeper.calendar.Calendars;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.normalise.Regions;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.rulebook.RulebookCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What no file can be wrong about alone: names that one file uses and another one gives. */
final class CrossChecks {
    private CrossChecks() {}

    static void check(Rulebook rulebook, List<Staff> staff, Set<String> forms, Map<String, Object> channels, List<String> problems) {
        var ids = staff.stream().map(Staff::id).collect(Collectors.toSet());
        RulebookCheck.problems(rulebook, new RulebookCheck.Organisation(staff, forms, CrossChecks::place))
                .forEach(each -> problems.add("rulebook.yaml: " + each));
        var known = (Map<?, ?>) channels.get("channels");
        for (var person : staff) {
            person.channels().stream().filter(address -> !known.containsKey(address.channel()))
                    .forEach(address -> problems.add("staff.yaml: " + person.id() + ": channels.yaml has no channel " + address.channel()));
            var quiet = person.preferences().quietChannels();
            if (quiet != null) {
                quiet.stream().filter(name -> person.channels().stream().noneMatch(address -> address.channel().equals(name)))
                        .forEach(name -> problems.add("staff.yaml: " + person.id() + ": preferences.quietChannels: is not reached by " + name));
            }
            if (person.channels().isEmpty() && person.status() == Staff.Status.ACTIVE) {
                problems.add("staff.yaml: " + person.id() + ": has no channel, so that no notice would reach them");
            }
        }
        if (channels.get("undeliveredTo") instanceof List<?> told) {
            told.stream().filter(each -> !ids.contains(String.valueOf(each)))
                    .forEach(each -> problems.add("channels.yaml: undeliveredTo: nobody in staff.yaml is " + each));
        }
    }

    /** A team's calendar is its members', so there must be some. */
    static void calendar(Calendars calendars, List<Staff> staff, List<String> problems) {
        var groups = staff.stream().flatMap(each -> each.groups().stream()).collect(Collectors.toCollection(TreeSet::new));
        calendars.teams().keySet().stream().filter(team -> !groups.contains(team)).forEach(team ->
                problems.add("calendar.yaml: teams." + team + ": nobody in staff.yaml is in the group " + team + "; groups: " + String.join(", ", groups)));
    }

    private static Optional<String> place(String codeOrName) {
        return Optional.ofNullable(Regions.find(List.of(codeOrName), null).code());
    }
}
