package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Endings;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code POST /leads/{id}/outcome}: won, from the last stage and with its evidence, or lost, with a reason. */
final class EndOpportunity {
    private final Reach reach;
    private final Activities activities;
    private final Endings endings;
    private final FollowUps followUps;
    private final Room room;
    private final Rounds rounds;

    EndOpportunity(Reach reach, Activities activities, Endings endings, FollowUps followUps, Room room, Rounds rounds) {
        this.reach = reach;
        this.activities = activities;
        this.endings = endings;
        this.followUps = followUps;
        this.room = room;
        this.rounds = rounds;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var rules = followUps.live();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("outcome", "reason"));
        var outcome = body.needs("outcome").word("outcome", new String[] {Lead.WON, Lead.LOST}, each -> each).orElse("");
        var reason = body.isNull("reason") ? null
                : body.word("reason", rules.lossReasons().toArray(FollowUp.Choice[]::new), FollowUp.Choice::id).map(FollowUp.Choice::id).orElse(null);
        if (outcome.equals(Lead.LOST) && !body.has("reason")) {
            body.wrong("reason", "is missing: why it was lost, one of " + rules.lossReasons().stream().map(FollowUp.Choice::id).toList(),
                    "缺少：失单原因（" + String.join("、", rules.lossReasons().stream().map(each -> each.name().zh()).toList()) + "）");
        }
        var seen = Reach.mustHaveSeen(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        return rounds.until(() -> reach.lead(who, access, ask).map(lead -> attempt(lead, outcome, reason, seen, rules, who))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    private Optional<Answer> attempt(Lead lead, String outcome, String reason, long seen, FollowUp rules, Person who) {
        if (outcome.equals(lead.outcome())) {
            return Optional.of(MoveStage.done(lead)); // also the repeat of a request whose answer was lost
        }
        if (seen != lead.revision()) {
            return Optional.of(Reach.stale(Map.of("outcome", outcome), seen, lead));
        }
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null) {
            return Optional.of(Reach.refused(lead));
        }
        if (outcome.equals(Lead.WON)) {
            var missing = new ArrayList<>(Missing.skipped(rules, rules.place(lead.stage()), rules.stages().size()));
            missing.addAll(Missing.of(rules, rules.toWin(), activities.of(lead.id())));
            if (!missing.isEmpty()) {
                return Optional.of(MoveStage.refused(missing));
            }
        }
        var wasFull = room.isFull(lead.owner());
        return endings.end(lead, outcome, reason, who.id()).map(ended -> {
            if (wasFull) {
                room.made();
            }
            return MoveStage.done(ended);
        });
    }
}
