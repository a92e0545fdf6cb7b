package dev.leadkeeper.admin.moves;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code POST /leads/{id}/release} (退回): the owner, or who leads them, gives a lead back: to a pool, through the rules again, or as
 * junk, which is kept and flagged and owes the owner another lead if it came by a turn. Asked again it is as it was.
 */
final class Release {
    private static final String POOL = "pool";
    private static final String RULES = "rules";

    private final Reach reach;
    private final StaffBook staff;
    private final Handovers handovers;
    private final Timelines timelines;
    private final Supplier<List<String>> pools;
    private final Queue queue;
    private final Reminders reminders;
    private final ChangesOfHands changes;
    private final Room room;
    private final Rounds rounds;

    Release(Reach reach, StaffBook staff, Handovers handovers, Timelines timelines, Supplier<List<String>> pools, Queue queue,
            Reminders reminders, ChangesOfHands changes, Room room, Rounds rounds) {
        this.reach = reach;
        this.staff = staff;
        this.handovers = handovers;
        this.timelines = timelines;
        this.pools = pools;
        this.queue = queue;
        this.reminders = reminders;
        this.changes = changes;
        this.room = room;
        this.rounds = rounds;
    }

    /** Where to. */
    private sealed interface To {}

    private record ToPool(String pool) implements To {}

    private record ToRules() implements To {}

    private record Junk() implements To {}

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("reason", "to", "pool"));
        var reason = Words.reason(body, MoveReason.TO_RELEASE);
        var to = reason.map(why -> to(why, body));
        var seen = LeadNow.seen(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var said = new Handovers.Said(who.id(), reason.orElseThrow(), null);
        return rounds.until(() -> reach.lead(ask.variable("id")).map(lead -> attempt(who, access, lead, to.orElseThrow(), seen, said))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    /** Leads that are not ready go to a pool, others through the rules, unless the request says otherwise. */
    private To to(MoveReason reason, Body body) {
        if (reason == MoveReason.JUNK) {
            for (var field : List.of("to", POOL)) {
                if (body.has(field)) {
                    body.wrong(field, "junk goes nowhere; leave it out", "无效线索无需指定去向");
                }
            }
            return new Junk();
        }
        var where = body.word("to", new String[] {POOL, RULES}, each -> each)
                .orElse(reason == MoveReason.NOT_READY || body.has(POOL) ? POOL : RULES);
        if (where.equals(RULES)) {
            if (body.has(POOL)) {
                body.wrong(POOL, "the rules find the place; leave it out", "由规则决定去向，无需指定线索池");
            }
            return new ToRules();
        }
        var known = pools.get();
        return new ToPool(body.word(POOL, known.toArray(String[]::new), each -> each).orElse(known.contains("nurture") ? "nurture" : known.getFirst()));
    }

    private Optional<Answer> attempt(Person who, Access access, Lead lead, To to, Long seen, Handovers.Said said) {
        if (!Handing.isOwned(lead) || !reach.covers(who, access, lead)) {
            return Optional.of(released(who, lead, said).orElseGet(() -> reach.covers(who, access, lead)
                    ? Words.standsOtherwise(lead) : new Answer.Missing("lead")));
        }
        if (seen != null && seen != lead.revision()) {
            return Optional.of(LeadNow.stale(Map.of("reason", said.reason().word()), seen, lead));
        }
        var wasFull = room.isFull(lead.owner());
        reminders.leave(lead, lead.ver() + 1);
        return carryOut(lead, to, said).map(after -> {
            if (to instanceof ToRules) {
                queue.send(after.priority() == Priority.URGENT ? Queue.Channel.LEADS_SCORED_URGENT : Queue.Channel.LEADS_SCORED,
                        Map.of("lead", after.id(), "trace", after.trace()));
            }
            if (wasFull) {
                room.made();
            }
            changes.tell(after, after.ver());
            return Words.done(after);
        });
    }

    private Optional<Lead> carryOut(Lead lead, To to, Handovers.Said said) {
        return switch (to) {
            case ToPool(var pool) -> handovers.toPool(lead, pool, said);
            case ToRules() -> handovers.toRules(lead, said);
            case Junk() -> staff.find(lead.owner()).flatMap(owner -> handovers.junk(lead, owner, turns(lead), said));
        };
    }

    /** The pool of turns by which its owner got it, {@code null} if it took none. */
    private String turns(Lead lead) {
        return timelines.of(lead.id()).reversed().stream().filter(event -> ChangesOfHands.GIVEN.contains(event.type())).findFirst()
                .map(event -> Doc.of(event.data()).doc("decision").doc("target").doc("turn")).map(turn -> turn.required("pool")).orElse(null);
    }

    /** The repeat of a request whose answer was lost: the lead is no longer theirs because they gave it back. */
    private Optional<Answer> released(Person who, Lead lead, Handovers.Said said) {
        return lead.watch().past().isEmpty() ? Optional.empty() : timelines.of(lead.id()).reversed().stream()
                .filter(event -> event.type().equals(Handovers.RELEASED)).findFirst()
                .filter(event -> event.by().equals(who.id()) && said.reason().word().equals(event.data().get("reason")))
                .map(event -> {
                    changes.tell(lead, event.seq());
                    return Words.done(lead);
                });
    }
}
