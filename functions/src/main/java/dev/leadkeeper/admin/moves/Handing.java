package dev.leadkeeper.admin.moves;

import dev.leadkeeper.admin.Receiving;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives an owned lead to somebody else, on the conditions on which leads are given by hand, and tells everybody concerned. */
final class Handing {
    private static final String BY_HAND = "manual";

    private final StaffBook staff;
    private final Customers customers;
    private final Handovers handovers;
    private final Reminders reminders;
    private final ChangesOfHands changes;
    private final Room room;
    private final Clock clock;

    Handing(StaffBook staff, Customers customers, Handovers handovers, Reminders reminders, ChangesOfHands changes, Room room, Clock clock) {
        this.staff = staff;
        this.customers = customers;
        this.handovers = handovers;
        this.reminders = reminders;
        this.changes = changes;
        this.room = room;
        this.clock = clock;
    }

    /** What became of an attempt. */
    sealed interface Handed {
        /** It is theirs. */
        record Done(Lead lead) implements Handed {}

        /** It cannot be theirs as things stand. */
        record Not(Refusal refusal) implements Handed {}

        /** Something was not as it was seen: look again. */
        record Again() implements Handed {}
    }

    /** Why this person cannot get leads from whoever asks, as they are now; empty if they can. */
    Optional<Refusal> refusal(Person who, Access access, Optional<Staff> rep) {
        return rep.isEmpty() ? Optional.of(Refusal.UNKNOWN_REP)
                : !Reach.covers(who, access, rep.get()) ? Optional.of(Refusal.OTHER_TEAM) : Receiving.refusal(rep.get(), clock.now());
    }

    /** Whether a lead is one that its owner could hand over. */
    static boolean isOwned(Lead lead) {
        return lead.state() == LeadState.ASSIGNED && lead.outcome() == null;
    }

    /**
     * Tries once.
     *
     * @param lead as seen; owned, not ended, by somebody else than {@code to}
     */
    Handed attempt(Person who, Access access, Lead lead, String to, Handovers.Said said) {
        var rep = staff.find(to);
        var refusal = refusal(who, access, rep);
        if (refusal.isPresent()) {
            return new Handed.Not(refusal.get());
        }
        var customer = lead.customer() == null ? null : customers.of(lead);
        var wasFull = room.isFull(lead.owner());
        // Before the deed, so that everybody is told even if this process dies right after it.
        reminders.leave(lead, lead.ver() + 1);
        return switch (handovers.reassign(lead, rep.get(), decision(lead, to, said), said, customer, customer != null && claims(lead, customer))) {
            case Ownership.Given.Done(var after, var counted) -> {
                if (wasFull) {
                    room.made();
                }
                changes.tell(after, after.ver());
                yield new Handed.Done(after);
            }
            case Ownership.Given.LeadChanged _, Ownership.Given.RepChanged _, Ownership.Given.Contended _ -> new Handed.Again();
        };
    }

    /** The customer goes along if it is the former owner's, or has no owner who could receive again. */
    private boolean claims(Lead lead, Customers.Customer customer) {
        return customer.owner() == null || customer.owner().equals(lead.owner()) || staff.find(customer.owner())
                .map(owner -> owner.status() == Staff.Status.LEFT || owner.status() == Staff.Status.DISABLED).orElse(true);
    }

    private static Decision decision(Lead lead, String rep, Handovers.Said said) {
        var why = said.reason().sentence();
        var sentence = new Sentence("由 " + said.by() + " 改派给您（" + why.zh() + "）", "handed over to you by " + said.by() + ": " + why.en());
        return new Decision(lead.rulebook() == null ? "none" : lead.rulebook(), BY_HAND, BY_HAND, sentence,
                List.of(new Decision.Candidate(rep, "chosen", sentence)), Map.of(), new Decision.ToRep(rep, null, false, null));
    }
}
