package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who looks at what somebody recorded: active managers of one of their groups, or else all managers, or else the admins. */
public final class Supervisors {
    /** How old the list of staff may get: a batch of breaches reads it once, and people see their edits work. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final StaffBook book;
    private final Clock clock;
    private List<Staff> everybody;
    private Instant read;

    public Supervisors(StaffBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Staff ids. */
    public List<String> of(String staff) {
        var all = everybody();
        var groups = all.stream().filter(one -> one.id().equals(staff)).findFirst().map(Staff::groups).orElse(Set.of());
        Predicate<Staff> manages = one -> one.role() == Staff.Role.MANAGER;
        return Stream.<Predicate<Staff>>of(manages.and(one -> !Collections.disjoint(one.groups(), groups)), manages,
                        one -> one.role() == Staff.Role.ADMIN)
                .map(fits -> all.stream().filter(one -> one.status() == Staff.Status.ACTIVE && !one.id().equals(staff)).filter(fits)
                        .map(Staff::id).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private synchronized List<Staff> everybody() {
        var now = clock.now();
        if (read == null || read.plus(FRESH).isBefore(now)) {
            everybody = book.everybody().staff();
            read = now;
        }
        return everybody;
    }
}
