package dev.leadkeeper.admin;

import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Staff;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody can be given a lead by hand. Whoever dispatches by hand decides about groups, skills and hours; what
 * protects people and leads holds for them as well: employment, leave, the right to receive, and every cap.
 */
public final class Receiving {
    private Receiving() {}

    /** Why this person cannot be given a lead now; empty if they can. */
    public static Optional<Refusal> refusal(Staff staff, Instant now) {
        if (staff.role() != Staff.Role.REP) {
            return Optional.of(Refusal.NOT_A_REP);
        }
        return switch (staff.status()) {
            case LEFT -> Optional.of(Refusal.LEFT);
            case DISABLED -> Optional.of(Refusal.DISABLED);
            case LEAVE -> Optional.of(Refusal.ON_LEAVE);
            case ACTIVE -> ofActive(staff, now);
        };
    }

    private static Optional<Refusal> ofActive(Staff staff, Instant now) {
        var today = staff.dayAt(now);
        if (staff.leaves().stream().anyMatch(leave -> !today.isBefore(leave.from()) && !today.isAfter(leave.to()))) {
            return Optional.of(Refusal.ON_LEAVE);
        }
        if (!staff.canReceive()) {
            return Optional.of(Refusal.CANNOT_RECEIVE);
        }
        if (staff.suspended(now)) {
            return Optional.of(Refusal.SUSPENDED);
        }
        if (staff.ledger().open() >= staff.cap()) {
            return Optional.of(Refusal.FULL);
        }
        if (staff.dayCap() != null && staff.receivedOnDayOf(now) >= staff.dayCap()) {
            return Optional.of(Refusal.DAY_FULL);
        }
        if (staff.backlogCap() != null && staff.ledger().owned() >= staff.backlogCap()) {
            return Optional.of(Refusal.BACKLOG_FULL);
        }
        return Optional.empty();
    }
}
