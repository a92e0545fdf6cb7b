package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who looks at what somebody recorded: active managers of one of their groups, or else all managers, or else the admins. */
public final class Supervisors {
    private final StaffBook book;

    public Supervisors(StaffBook book) {
        this.book = book;
    }

    /** Staff ids. */
    public List<String> of(String staff) {
        var everybody = book.everybody().staff();
        var groups = everybody.stream().filter(one -> one.id().equals(staff)).findFirst().map(Staff::groups).orElse(java.util.Set.of());
        Predicate<Staff> manages = one -> one.role() == Staff.Role.MANAGER;
        return Stream.<Predicate<Staff>>of(manages.and(one -> !Collections.disjoint(one.groups(), groups)), manages,
                        one -> one.role() == Staff.Role.ADMIN)
                .map(fits -> everybody.stream().filter(one -> one.status() == Staff.Status.ACTIVE && !one.id().equals(staff)).filter(fits)
                        .map(Staff::id).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }
}
