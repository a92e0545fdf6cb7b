package dev.leadkeeper.admin.moves;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /leads/{id}/reassign} (改派): gives an owned lead to another rep in one transaction. The new owner has a response
 * lock of their own; the former one is told. Asked again for the same rep it tells them again.
 */
final class Reassign {
    private final Reach reach;
    private final Handing handing;
    private final ChangesOfHands changes;
    private final Rounds rounds;

    Reassign(Reach reach, Handing handing, ChangesOfHands changes, Rounds rounds) {
        this.reach = reach;
        this.handing = handing;
        this.changes = changes;
        this.rounds = rounds;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("to", "reason"));
        var to = body.needs("to").line("to", 128);
        var reason = Words.reason(body, MoveReason.TO_REASSIGN);
        var seen = LeadNow.seen(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var said = new Handovers.Said(who.id(), reason.orElseThrow(), null);
        return rounds.until(() -> reach.lead(who, access, ask.variable("id")).map(lead -> attempt(who, access, lead, to.orElseThrow(), seen, said))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    private Optional<Answer> attempt(Person who, Access access, Lead lead, String to, Long seen, Handovers.Said said) {
        if (Handing.isOwned(lead) && lead.owner().equals(to)) {
            changes.tell(lead, lead.ver());
            return Optional.of(Words.done(lead));
        }
        if (seen != null && seen != lead.revision()) {
            return Optional.of(LeadNow.stale(Map.of("owner", to), seen, lead));
        }
        if (!Handing.isOwned(lead)) {
            return Optional.of(Words.standsOtherwise(lead));
        }
        return switch (handing.attempt(who, access, lead, to, said)) {
            case Handing.Handed.Done(var after) -> Optional.of(Words.done(after));
            case Handing.Handed.Not(var refusal) -> Optional.of(Words.refused(to, refusal, lead));
            case Handing.Handed.Again() -> Optional.empty();
        };
    }
}
