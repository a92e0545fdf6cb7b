package dev.leadkeeper.followup;

import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.Stages;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code POST /leads/{id}/stage}: moves an opportunity, up by one stage if its evidence stands, or back. */
final class MoveStage {
    private final Reach reach;
    private final Activities activities;
    private final Stages stages;
    private final FollowUps followUps;
    private final Rounds rounds;

    MoveStage(Reach reach, Activities activities, Stages stages, FollowUps followUps, Rounds rounds) {
        this.reach = reach;
        this.activities = activities;
        this.stages = stages;
        this.followUps = followUps;
        this.rounds = rounds;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var rules = followUps.live();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("stage"));
        var stage = body.needs("stage").word("stage", rules.stages().toArray(FollowUp.Stage[]::new), FollowUp.Stage::id);
        var seen = Reach.mustHaveSeen(ask, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        return rounds.until(() -> reach.lead(who, access, ask).map(lead -> attempt(lead, stage.orElseThrow(), seen, rules, who))
                .orElse(Optional.of(new Answer.Missing("lead"))));
    }

    private Optional<Answer> attempt(Lead lead, FollowUp.Stage stage, long seen, FollowUp rules, Person who) {
        if (stage.id().equals(lead.stage()) && lead.outcome() == null) {
            return Optional.of(done(lead)); // also the repeat of a move whose answer was lost
        }
        if (seen != lead.revision()) {
            return Optional.of(Reach.stale(Map.of("stage", stage.id()), seen, lead));
        }
        if (lead.state() != LeadState.ASSIGNED || lead.outcome() != null) {
            return Optional.of(Reach.refused(lead));
        }
        var all = activities.of(lead.id());
        int from = rules.place(lead.stage());
        int to = rules.place(stage.id());
        var missing = new ArrayList<Missing>();
        if (to > from) {
            missing.addAll(Missing.skipped(rules, from, to));
            missing.addAll(Missing.of(rules, required(rules, from, to), all));
        }
        if (!missing.isEmpty()) {
            return Optional.of(refused(missing));
        }
        return stages.move(lead, stage.id(), who.id(), Missing.proofs(rules, stage.requires(), all)).map(MoveStage::done);
    }

    /** What all stages up to there require, so that whoever skips one sees the whole way. */
    private static List<String> required(FollowUp rules, int from, int to) {
        return rules.stages().subList(from + 1, to + 1).stream().flatMap(each -> each.requires().stream()).distinct().toList();
    }

    static Answer refused(List<Missing> missing) {
        return new Answer.Refused("evidence is missing 缺少证据：" + String.join("、", missing.stream().map(each -> each.name().zh()).toList()),
                new Sheet().put("missing", missing.stream().map(Missing::sheet).toList()).done());
    }

    static Answer done(Lead lead) {
        return new Answer.Versioned(Reach.sheet(lead).done(), lead.revision());
    }
}
