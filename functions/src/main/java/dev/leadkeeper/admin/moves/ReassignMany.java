package dev.leadkeeper.admin.moves;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /leads/reassign} (批量改派): owned leads to one rep or several. Of several each lead goes to the one who can receive and
 * has fewest not yet contacted, those of the plan counted.
 */
final class ReassignMany implements Deed {
    private static final int MOST_REPS = 20;

    private final StaffBook staff;
    private final Timelines timelines;
    private final Handing handing;
    private final ChangesOfHands changes;
    private final Clock clock;

    ReassignMany(StaffBook staff, Timelines timelines, Handing handing, ChangesOfHands changes, Clock clock) {
        this.staff = staff;
        this.timelines = timelines;
        this.handing = handing;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "reassign";
    }

    @Override
    public List<LeadState> states() {
        return List.of(LeadState.ASSIGNED);
    }

    @Override
    public List<MoveReason> reasons() {
        return MoveReason.TO_REASSIGN;
    }

    @Override
    public Set<String> fields() {
        return Set.of("to");
    }

    @Override
    public Proposer proposer(Person who, Access access, Body body) {
        var to = body.needs("to").lines("to", MOST_REPS, 128, ".*", "one line of 1 to 128 characters").orElse(List.of());
        if (body.raw("to") instanceof List<?> list && list.isEmpty()) {
            body.wrong("to", "at least one", "至少一人");
        }
        var planned = new LinkedHashMap<String, Optional<Staff>>();
        to.forEach(id -> planned.put(id, staff.find(id)));
        return lead -> propose(who, access, lead, planned);
    }

    private Proposed propose(Person who, Access access, Lead lead, Map<String, Optional<Staff>> planned) {
        var refusals = new ArrayList<Refusal>();
        var able = new ArrayList<Staff>();
        planned.forEach((id, rep) -> {
            var refusal = id.equals(lead.owner()) ? Optional.of(Refusal.OWNS_IT) : handing.refusal(who, access, rep);
            refusal.ifPresentOrElse(refusals::add, () -> able.add(rep.orElseThrow()));
        });
        if (able.isEmpty()) {
            return new Proposed.Stays(refusals.stream().filter(each -> each != Refusal.OWNS_IT).findFirst().orElse(Refusal.OWNS_IT));
        }
        var chosen = able.stream().min(Comparator.comparingLong((Staff each) -> each.ledger().open()).thenComparing(Staff::id)).orElseThrow();
        planned.put(chosen.id(), Optional.of(withOneMore(chosen)));
        return new Proposed.Moves(chosen.id(), null);
    }

    /** The same person with one lead more, as far as caps go. */
    private Staff withOneMore(Staff one) {
        var now = clock.now();
        return one.with(new Staff.Ledger(one.ledger().open() + 1, one.ledger().owned() + 1, LocalDate.ofInstant(now, Staff.COUNTED_IN).toString(),
                one.receivedOnDayOf(now) + 1, Map.of(), now));
    }

    /** It is where it was to go, and came there by this plan. */
    @Override
    public boolean isDone(MovePlans.Move move, Lead lead, String plan) {
        var event = timelines.of(lead.id()).stream().filter(each -> each.type().equals(Handovers.REASSIGNED) && plan.equals(each.data().get("plan")))
                .findFirst();
        event.ifPresent(each -> changes.tell(lead, each.seq()));
        return event.isPresent();
    }

    @Override
    public Handing.Handed attempt(Person who, Access access, MovePlans.Move move, Lead lead, Handovers.Said said) {
        return handing.attempt(who, access, lead, move.to(), said);
    }
}
