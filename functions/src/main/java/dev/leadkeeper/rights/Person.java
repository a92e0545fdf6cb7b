package dev.leadkeeper.rights;

import dev.leadkeeper.lead.Staff;

/** Who asks: somebody on the staff list who works here now. */
public record Person(String id, String name, Staff.Role role) {
    /** How far this person's right goes. */
    public Access may(Action action) {
        return Rights.of(role, action);
    }
}
