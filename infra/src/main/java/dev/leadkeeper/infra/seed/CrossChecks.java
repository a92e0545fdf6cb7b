package dev.leadkeeper.infra.seed;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What no file can be wrong about alone: names that one file uses and another one gives. */
final class CrossChecks {
    private CrossChecks() {}

    static void check(Rulebook rulebook, List<Staff> staff, Map<String, Object> channels, List<String> problems) {
        var ids = staff.stream().map(Staff::id).collect(Collectors.toSet());
        rulebook.fallback().reps().stream().filter(rep -> !ids.contains(rep))
                .forEach(rep -> problems.add("rulebook.yaml: fallback.reps: nobody in staff.yaml is " + rep));
        var known = (Map<?, ?>) channels.get("channels");
        for (var person : staff) {
            person.channels().stream().filter(address -> !known.containsKey(address.channel()))
                    .forEach(address -> problems.add("staff.yaml: " + person.id() + ": channels.yaml has no channel " + address.channel()));
            if (person.channels().isEmpty() && person.status() == Staff.Status.ACTIVE) {
                problems.add("staff.yaml: " + person.id() + ": has no channel, so that no notice would reach them");
            }
        }
        if (channels.get("undeliveredTo") instanceof List<?> told) {
            told.stream().filter(each -> !ids.contains(String.valueOf(each)))
                    .forEach(each -> problems.add("channels.yaml: undeliveredTo: nobody in staff.yaml is " + each));
        }
    }
}
