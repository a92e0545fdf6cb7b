package dev.leadkeeper.admin.moves;

import dev.leadkeeper.admin.Receiving;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code POST /leads/{id}/claim} (领取): a rep takes a lead from a pool or the waiting list, on the conditions on which it could be
 * given to them by hand. Beyond those: nobody claims what they had a while ago, more than so many on a day (giving back
 * does not help), or while they own too many. Leads that a rule keeps for dispatch by hand are not there to be claimed.
 */
final class Claim {
    private static final String CLAIMED = "claim";

    private final Reach reach;
    private final StaffBook staff;
    private final Customers customers;
    private final Ownership ownership;
    private final Reminders reminders;
    private final ChangesOfHands changes;
    private final Rounds rounds;
    private final Clock clock;
    private final Plans plans;
    private final Supplier<Limits> limits;

    Claim(Reach reach, StaffBook staff, Customers customers, Ownership ownership, Reminders reminders, ChangesOfHands changes, Rounds rounds,
          Clock clock, Plans plans, Supplier<Limits> limits) {
        this.reach = reach;
        this.staff = staff;
        this.customers = customers;
        this.ownership = ownership;
        this.reminders = reminders;
        this.changes = changes;
        this.rounds = rounds;
        this.clock = clock;
        this.plans = plans;
        this.limits = limits;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        Body.of(ask.objectIfAny(), flaws).only(Set.of());
        var seen = LeadNow.seen(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var allowed = limits.get();
        return rounds.until(() -> reach.lead(ask.variable("id")).map(lead -> attempt(who, lead, seen, allowed))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    private Optional<Answer> attempt(Person who, Lead lead, Long seen, Limits allowed) {
        return switch (lead.state()) {
            case NURTURING, WAITING -> {
                if (seen != null && seen != lead.revision()) {
                    yield Optional.of(LeadNow.stale(Map.of("owner", who.id()), seen, lead));
                }
                yield take(who, lead, allowed);
            }
            case ASSIGNED -> {
                if (!who.id().equals(lead.owner()) || lead.outcome() != null) {
                    yield Optional.of(Words.standsOtherwise(lead));
                }
                changes.tell(lead, lead.ver());
                yield Optional.of(Words.done(lead));
            }
            case SCORED -> Optional.of(Words.standsOtherwise(lead));
            case ATTENTION, TEST, RESOLVED -> Optional.of(new Answer.Missing("lead"));
        };
    }

    private Optional<Answer> take(Person who, Lead lead, Limits allowed) {
        var rep = staff.find(who.id());
        var refusal = rep.isEmpty() ? Optional.of(Refusal.UNKNOWN_REP) : refusal(rep.get(), lead, allowed);
        if (refusal.isPresent()) {
            return Optional.of(Words.refused(who.id(), refusal.get(), lead));
        }
        var customer = lead.customer() == null ? null : customers.of(lead);
        reminders.leave(lead);
        return switch (ownership.give(lead, rep.get(), decision(lead, who), who.id(), customer, customer != null && claims(customer), null,
                allowed.claiming())) {
            case Ownership.Given.Done(var owned, var counted) -> {
                changes.tell(owned, owned.ver());
                yield Optional.of(Words.done(owned));
            }
            case Ownership.Given.LeadChanged _, Ownership.Given.RepChanged _, Ownership.Given.Contended _ -> Optional.empty();
        };
    }

    private Optional<Refusal> refusal(Staff rep, Lead lead, Limits allowed) {
        var now = clock.now();
        if (plans.cooling(lead).contains(rep.id())) {
            return Optional.of(Refusal.HAD_IT_BEFORE);
        }
        if (Refusal.MANUAL_QUEUE.word().equals(lead.reason())) {
            return Optional.of(Refusal.MANUAL_QUEUE);
        }
        if (rep.claimedOnDayOf(now) >= allowed.claimsPerDay()) {
            return Optional.of(Refusal.CLAIMS_USED);
        }
        return Receiving.refusal(rep, now)
                .or(() -> rep.ledger().owned() >= allowed.mostOwned() ? Optional.of(Refusal.OWNS_TOO_MANY) : Optional.empty());
    }

    /** The rep becomes the customer's owner if there is none, or the one there is will never receive again. */
    private boolean claims(Customers.Customer customer) {
        return Optional.ofNullable(customer.owner()).flatMap(staff::find)
                .map(owner -> owner.status() == Staff.Status.LEFT || owner.status() == Staff.Status.DISABLED).orElse(true);
    }

    private static Decision decision(Lead lead, Person who) {
        var sentence = new Sentence("由您自行领取", "claimed by yourself");
        return new Decision(lead.rulebook() == null ? "none" : lead.rulebook(), CLAIMED, CLAIMED, sentence,
                List.of(new Decision.Candidate(who.id(), "chosen", sentence)), Map.of(), new Decision.ToRep(who.id(), null, false, null));
    }
}
