package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds staff for tests: an idle rep of the group {@code sales}, changed where a test says so. */
final class People {
    private final String id;
    private Staff.Role role = Staff.Role.REP;
    private Set<String> groups = Set.of("sales");
    private Staff.Status status = Staff.Status.ACTIVE;
    private boolean canReceive = true;
    private Set<String> skills = Set.of();
    private Set<String> industries = Set.of();
    private List<String> regions = List.of();
    private Set<String> sizes = Set.of();
    private int weight = 1;
    private int cap = 8;
    private Integer dayCap;
    private Integer backlogCap;
    private Staff.Hours hours;
    private List<Staff.Leave> leaves = List.of();
    private final List<Staff.Closing> closings = new ArrayList<>();
    private final List<Staff.Orders> orders = new ArrayList<>();
    private final List<Staff.Response> responses = new ArrayList<>();
    private long open;
    private long owned;
    private String day;
    private long today;
    private final Map<String, Long> turns = new HashMap<>();
    private Instant lastAt;
    private Standing standing;

    private People(String id) {
        this.id = id;
    }

    static People rep(String id) {
        return new People(id);
    }

    People role(Staff.Role to) {
        role = to;
        return this;
    }

    People groups(String... to) {
        groups = Set.of(to);
        return this;
    }

    People status(Staff.Status to) {
        status = to;
        return this;
    }

    People mayNotReceive() {
        canReceive = false;
        return this;
    }

    People skills(String... to) {
        skills = Set.of(to);
        return this;
    }

    People industries(String... to) {
        industries = Set.of(to);
        return this;
    }

    People regions(String... to) {
        regions = List.of(to);
        return this;
    }

    People sizes(String... to) {
        sizes = Set.of(to);
        return this;
    }

    People weight(int to) {
        weight = to;
        return this;
    }

    People cap(int to) {
        cap = to;
        return this;
    }

    People dayCap(int most, String countedDay, long received) {
        dayCap = most;
        day = countedDay;
        today = received;
        return this;
    }

    People today(String countedDay, long received) {
        day = countedDay;
        today = received;
        return this;
    }

    People backlogCap(int most, long has) {
        backlogCap = most;
        owned = has;
        return this;
    }

    People hours(Staff.Hours to) {
        hours = to;
        return this;
    }

    People away(String from, String to) {
        leaves = List.of(new Staff.Leave(LocalDate.parse(from), LocalDate.parse(to)));
        return this;
    }

    People closed(String industry, String on, int won, int leads) {
        closings.add(new Staff.Closing(industry, LocalDate.parse(on), won, leads));
        return this;
    }

    People ordered(String subject, String on, int count) {
        orders.add(new Staff.Orders(subject, LocalDate.parse(on), count));
        return this;
    }

    People responded(String on, double minutes) {
        responses.add(new Staff.Response(LocalDate.parse(on), minutes));
        return this;
    }

    People open(long to) {
        open = to;
        return this;
    }

    People turns(String pool, long to) {
        turns.put(pool, to);
        return this;
    }

    People lastAt(String to) {
        lastAt = Instant.parse(to);
        return this;
    }

    /** Has the first choice until then. */
    People preferred(String until) {
        standing = new Standing(Standing.State.PREFERRED, Instant.parse(until), "2026-W10", 9, 10);
        return this;
    }

    /** Gets no new leads until then. */
    People suspended(String until) {
        standing = new Standing(Standing.State.SUSPENDED, Instant.parse(until), "2026-W10", 1, 10);
        return this;
    }

    Staff is() {
        return new Staff(id, id, role, groups, status, canReceive, skills, industries, regions, sizes, weight, cap, dayCap, backlogCap,
                hours, leaves, new Staff.Figures(closings, orders, responses), List.of(new Staff.Address("outbox", "")),
                new Staff.Ledger(open, owned, day, today, Map.copyOf(turns), lastAt).with(standing));
    }

    /** A roster of these people, without weighted turns so far. */
    static Roster roster(People... people) {
        return Roster.of(List.of(people).stream().map(People::is).toList(), Map.of());
    }
}
