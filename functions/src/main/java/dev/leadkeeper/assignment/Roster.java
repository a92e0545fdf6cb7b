package dev.leadkeeper.assignment;

import dev.leadkeeper.calendar.Calendars;
import dev.leadkeeper.lead.Staff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The staff as read at one moment, with what decisions look up. Immutable; many decisions can be made from one, and those
 * made from an old one fail their transaction's conditions instead of doing harm.
 */
public final class Roster {
    private static final Comparator<Staff> BY_ID = (a, b) -> a.id().compareTo(b.id());

    /** Every list here is in the order of ids. */
    private final List<Staff> everybody;
    private final Map<String, List<Staff>> byGroup;
    private final List<Staff> reps;
    private final Map<List<String>, List<Staff>> unions;
    private final Map<String, Long> taken;
    private final Calendars calendars;

    private Roster(List<Staff> everybody, Map<String, List<Staff>> byGroup, List<Staff> reps, Map<List<String>, List<Staff>> unions,
                   Map<String, Long> taken, Calendars calendars) {
        this.everybody = everybody;
        this.byGroup = byGroup;
        this.reps = reps;
        this.unions = new ConcurrentHashMap<>(unions);
        this.taken = taken;
        this.calendars = calendars;
    }

    /**
     * @param staff everybody on the list, also those who left
     * @param taken turns taken by pool of turns, for weighted pools
     */
    public static Roster of(Collection<Staff> staff, Map<String, Long> taken) {
        return of(staff, taken, Calendars.ALWAYS);
    }

    /** @param calendars which days are worked, for rules that mind the hours */
    public static Roster of(Collection<Staff> staff, Map<String, Long> taken, Calendars calendars) {
        var byGroup = new HashMap<String, List<Staff>>();
        var sorted = staff.stream().sorted(BY_ID).toList();
        for (var each : sorted) {
            each.groups().forEach(group -> byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(each));
        }
        var reps = sorted.stream().filter(each -> each.role() == Staff.Role.REP).toList();
        return new Roster(sorted, byGroup, reps, Map.of(), Map.copyOf(taken), calendars);
    }

    /**
     * The same roster with this person as they are now. Much cheaper than a new one while they are in the groups and the role
     * they were in, as after an assignment: lists are copied, nothing is sorted.
     */
    public Roster with(Staff person) {
        var before = person(person.id());
        if (before == null || before.role() != person.role() || !before.groups().equals(person.groups())) {
            var staff = new ArrayList<>(everybody);
            staff.remove(before);
            staff.add(person);
            return of(staff, taken, calendars);
        }
        return new Roster(replaced(everybody, person), replaced(byGroup, person), replaced(reps, person), replaced(unions, person),
                taken, calendars);
    }

    /** The same roster after a weighted pool has taken another turn. */
    Roster with(String pool, long count) {
        var counts = new HashMap<>(taken);
        counts.put(pool, count);
        return new Roster(everybody, byGroup, reps, unions, Map.copyOf(counts), calendars);
    }

    private static <K> Map<K, List<Staff>> replaced(Map<K, List<Staff>> lists, Staff person) {
        var changed = new HashMap<K, List<Staff>>();
        lists.forEach((name, list) -> changed.put(name, replaced(list, person)));
        return changed;
    }

    private static List<Staff> replaced(List<Staff> list, Staff person) {
        int place = Collections.binarySearch(list, person, BY_ID);
        if (place < 0) {
            return list;
        }
        var changed = new ArrayList<>(list);
        changed.set(place, person);
        return changed;
    }

    /** Whether anybody may receive and is below the cap. */
    boolean anyRoom() {
        return everybody.stream().anyMatch(person -> person.status() == Staff.Status.ACTIVE && person.canReceive()
                && person.ledger().open() < person.cap());
    }

    /** The person, or {@code null}. */
    public Staff person(String id) {
        int low = 0;
        int high = everybody.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = everybody.get(middle).id().compareTo(id);
            if (order == 0) {
                return everybody.get(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    Calendars calendars() {
        return calendars;
    }

    /** Members of any of the groups, by id. */
    List<Staff> members(List<String> groups) {
        if (groups.size() == 1) {
            return byGroup.getOrDefault(groups.getFirst(), List.of());
        }
        return unions.computeIfAbsent(groups, this::union);
    }

    private List<Staff> union(List<String> groups) {
        var all = new TreeMap<String, Staff>();
        groups.forEach(group -> byGroup.getOrDefault(group, List.of()).forEach(each -> all.put(each.id(), each)));
        return List.copyOf(all.values());
    }

    /** Everybody in a sales role, by id. */
    List<Staff> reps() {
        return reps;
    }

    /** The count of a weighted pool of turns, {@code null} if it never had one. */
    Long taken(String pool) {
        return taken.get(pool);
    }
}
