package dev.leadkeeper.rights;

import dev.leadkeeper.lead.Staff;
import java.util.Set;

/**
 * Who asks: somebody on the staff list who works here now.
 *
 * @param groups those of the staff list; a manager leads the people of theirs
 */
public record Person(String id, String name, Staff.Role role, Set<String> groups) {
    public Person {
        groups = Set.copyOf(groups);
    }

    /** Somebody in no group. */
    public Person(String id, String name, Staff.Role role) {
        this(id, name, role, Set.of());
    }

    /** How far this person's right goes. */
    public Access may(Action action) {
        return Rights.of(role, action);
    }
}
