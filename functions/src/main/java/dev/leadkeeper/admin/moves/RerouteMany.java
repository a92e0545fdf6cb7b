package dev.leadkeeper.admin.moves;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /leads/reroute} (重新分配): leads that were routed wrongly go through the live rules again. The dry run shows where the
 * rules would lead each; one that would come back to where it is stays. Who had a lead is passed over until they have cooled.
 */
final class RerouteMany implements Deed {
    private final Handovers handovers;
    private final Timelines timelines;
    private final Forecast forecast;
    private final Queue queue;
    private final Reminders reminders;
    private final ChangesOfHands changes;
    private final Room room;

    RerouteMany(Handovers handovers, Timelines timelines, Forecast forecast, Queue queue, Reminders reminders, ChangesOfHands changes, Room room) {
        this.handovers = handovers;
        this.timelines = timelines;
        this.forecast = forecast;
        this.queue = queue;
        this.reminders = reminders;
        this.changes = changes;
        this.room = room;
    }

    @Override
    public String what() {
        return "reroute";
    }

    @Override
    public List<LeadState> states() {
        return List.of(LeadState.ASSIGNED, LeadState.WAITING, LeadState.NURTURING, LeadState.TEST);
    }

    @Override
    public List<MoveReason> reasons() {
        return MoveReason.TO_REROUTE;
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public Proposer proposer(Person who, Access access, Body body) {
        var look = forecast.look();
        return lead -> {
            var path = look.path(lead);
            return path.map(Forecast.Path::same).orElse(false) ? new Proposed.Stays(Refusal.STAYS)
                    : new Proposed.Moves(null, path.map(each -> sheet(each.decision())).orElse(null));
        };
    }

    private static Map<String, Object> sheet(Decision decision) {
        var sheet = new Sheet().put("rulebookVersion", decision.rulebookVersion()).put("rule", decision.rule()).put("strategy", decision.strategy())
                .put("sentence", SentenceCodec.toDoc(decision.sentence()));
        return switch (decision.target()) {
            case Decision.ToRep to -> sheet.put("rep", to.rep()).put("pool", null).put("waits", null).done();
            case Decision.ToPool to -> sheet.put("rep", null).put("pool", to.pool()).put("waits", null).done();
            case Decision.Waits waits -> sheet.put("rep", null).put("pool", null).put("waits", waits.failure()).done();
        };
    }

    /** Whatever became of it since, it was sent on its way by this plan. Its message is sent again where it is still on its way. */
    @Override
    public boolean isDone(MovePlans.Move move, Lead lead, String plan) {
        var event = timelines.of(lead.id()).stream().filter(each -> each.type().equals(Handovers.REROUTED) && plan.equals(each.data().get("plan")))
                .findFirst();
        event.ifPresent(each -> {
            if (lead.state() == LeadState.SCORED) {
                send(lead);
            }
            changes.tell(lead, each.seq());
        });
        return event.isPresent();
    }

    @Override
    public Handing.Handed attempt(Person who, Access access, MovePlans.Move move, Lead lead, Handovers.Said said) {
        if (!Handovers.mayBeRerouted(lead)) {
            return new Handing.Handed.Not(Refusal.NOT_MOVABLE);
        }
        var wasFull = lead.owner() != null && room.isFull(lead.owner());
        reminders.leave(lead, lead.ver() + 1);
        return handovers.reroute(lead, said).<Handing.Handed>map(after -> {
            send(after);
            if (wasFull) {
                room.made();
            }
            changes.tell(after, after.ver());
            return new Handing.Handed.Done(after);
        }).orElse(new Handing.Handed.Again());
    }

    private void send(Lead lead) {
        queue.send(lead.priority() == Priority.URGENT ? Queue.Channel.LEADS_SCORED_URGENT : Queue.Channel.LEADS_SCORED,
                Map.of("lead", lead.id(), "trace", lead.trace()));
    }
}
