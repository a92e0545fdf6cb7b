package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.Calendar;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, Staff> byId;
    private final Map<String, List<Staff>> byGroup;
    private final List<Staff> reps;
    private final Map<String, Long> taken;
    private final Calendar calendar;
    private final Map<List<String>, List<Staff>> unions = new ConcurrentHashMap<>();

    private Roster(Map<String, Staff> byId, Map<String, List<Staff>> byGroup, List<Staff> reps, Map<String, Long> taken,
                   Calendar calendar) {
        this.byId = byId;
        this.byGroup = byGroup;
        this.reps = reps;
        this.taken = taken;
        this.calendar = calendar;
    }

    /**
     * @param staff everybody on the list, also those who left
     * @param taken turns taken by pool of turns, for weighted pools
     */
    public static Roster of(Collection<Staff> staff, Map<String, Long> taken) {
        return of(staff, taken, Calendar.NONE);
    }

    /** @param calendar which days are worked, for rules that mind the hours */
    public static Roster of(Collection<Staff> staff, Map<String, Long> taken, Calendar calendar) {
        var byId = new HashMap<String, Staff>();
        var byGroup = new HashMap<String, List<Staff>>();
        var sorted = staff.stream().sorted(Comparator.comparing(Staff::id)).toList();
        for (var each : sorted) {
            byId.put(each.id(), each);
            each.groups().forEach(group -> byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(each));
        }
        var reps = sorted.stream().filter(each -> each.role() == Staff.Role.REP).toList();
        return new Roster(byId, byGroup, reps, Map.copyOf(taken), calendar);
    }

    /** Whether anybody may receive and is below the cap. */
    boolean anyRoom() {
        return byId.values().stream().anyMatch(person -> person.status() == Staff.Status.ACTIVE && person.canReceive()
                && person.ledger().open() < person.cap());
    }

    /** The person, or {@code null}. */
    public Staff person(String id) {
        return byId.get(id);
    }

    Calendar calendar() {
        return calendar;
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
