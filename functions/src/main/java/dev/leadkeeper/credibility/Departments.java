package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Staff;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who works in another department: where groups say so, or else the role. */
final class Departments {
    private static final Set<Staff.Role> SALES = Collections.unmodifiableSet(EnumSet.of(Staff.Role.REP, Staff.Role.MANAGER));

    private Departments() {}

    static boolean differ(Staff one, Staff another) {
        if (!Collections.disjoint(one.groups(), another.groups())) {
            return false;
        }
        var grouped = !one.groups().isEmpty() && !another.groups().isEmpty();
        return grouped || one.role() != another.role() && !(SALES.contains(one.role()) && SALES.contains(another.role()));
    }
}
