package dev.leadkeeper.assignment;

import dev.leadkeeper.assignment.Scope.Passed;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Rule;
import dev.leadkeeper.rulebook.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides where a lead goes: the first rule whose condition holds asks its strategy; if nobody of its target can receive,
 * the rules behind it or the fallback follow, and the waiting list comes last, so no lead is ever nowhere. Pure: the same
 * question over the same roster has the same answer. Linear in the people that the matching rules mean.
 */
public final class DecisionEngine {
    private final LeadFields lead;
    private final Roster roster;
    private final Rulebook rulebook;
    private final Instant now;
    private final boolean roundsOver;
    private final Eligibility eligibility;
    private final Considered considered;
    private final LastResort lastResort;

    private DecisionEngine(Question question, Roster roster, Rulebook rulebook, Instant now) {
        this.lead = question.fields(rulebook);
        this.roster = roster;
        this.rulebook = rulebook;
        this.now = now;
        this.roundsOver = question.roundsOver();
        this.eligibility = new Eligibility(roster.calendars(), now, question.cooling());
        this.considered = new Considered(eligibility);
        this.lastResort = new LastResort(roster, rulebook, eligibility, considered);
    }

    /** Where the lead goes, and why. */
    public static Decision decide(Question question, Roster roster, Rulebook rulebook, Instant now) {
        return new DecisionEngine(question, roster, rulebook, now).decide();
    }

    /** Where every lead goes that was taken back as often as it may be, whatever it says. */
    static Decision.Target afterRounds(Roster roster, Rulebook rulebook, Instant now) {
        var eligibility = new Eligibility(roster.calendars(), now, Set.of());
        return new LastResort(roster, rulebook, eligibility, new Considered(eligibility)).instead(null, Refusal.ROUNDS_OVER).target();
    }

    /** The decision not to decide now, such as while the breaker is open. */
    public static Decision waiting(Rulebook rulebook, Refusal reason) {
        return new Decision(rulebook.version(), LastResort.NONE, LastResort.NONE, LastResort.sentence(reason, ",进入等待名单", "; the lead is on the waiting list"),
                List.of(), Map.of(), new Decision.Waits(reason.word()));
    }

    private Decision decide() {
        if (roundsOver) {
            return lastResort.instead(null, Refusal.ROUNDS_OVER);
        }
        Rule failed = null;
        var failure = Refusal.NO_RULE_MATCHES;
        for (var rule : rulebook.rules()) {
            if (!rule.when().holds(lead)) {
                continue;
            }
            switch (tryOut(rule)) {
                case Made made -> {
                    return made.decision();
                }
                case Failed nobody -> {
                    failed = rule;
                    failure = nobody.why();
                }
            }
            if (rule.otherwise() == Rule.Otherwise.FALLBACK) {
                break;
            }
        }
        return lastResort.instead(failed, failure);
    }

    /** What came of one rule. */
    private sealed interface Outcome {}

    private record Made(Decision decision) implements Outcome {}

    private record Failed(Refusal why) implements Outcome {}

    private Outcome tryOut(Rule rule) {
        return switch (Strategies.of(rule.strategy().pick())) {
            case Strategy.Places places -> {
                var placed = places.place(rule, lead);
                yield new Made(decision(rule, placed.why(), placed.target()));
            }
            case Strategy.Picks picks -> pick(rule, picks);
        };
    }

    private Outcome pick(Rule rule, Strategy.Picks strategy) {
        var scope = Scope.of(rule, lead, roster);
        if (scope.failure() != null) {
            return new Failed(scope.failure());
        }
        var eligible = new ArrayList<Staff>(scope.members().size());
        var refused = new ArrayList<Passed>();
        for (var each : scope.members()) {
            var refusal = eligibility.ofRep(each, rule.hours());
            if (refusal == null) {
                eligible.add(each);
            } else {
                refused.add(new Passed(each.id(), each, refusal));
            }
        }
        considered.refused(refused);
        considered.refused(scope.outside());
        if (eligible.isEmpty()) {
            return new Failed(refused.stream().anyMatch(each -> Eligibility.FOR_BEING_FULL.contains(each.refusal()))
                    ? Refusal.EVERYBODY_FULL : Refusal.NOBODY_ELIGIBLE);
        }
        var ranked = strategy.rank(new Choice(rule, lead, scope, eligible, roster, now));
        considered.ranked(ranked);
        var rep = ranked.first().getFirst().staff().id();
        return new Made(decision(rule, withDocument(rule, ranked.why()), new Decision.ToRep(rep, ranked.turn(), false, null)));
    }

    private Decision decision(Rule rule, Sentence why, Decision.Target target) {
        return considered.decision(rulebook.version(), rule.id(), rule.strategy().pick().word(), why, target);
    }

    private static Sentence withDocument(Rule rule, Sentence why) {
        var document = rule.document();
        return document == null ? why : new Sentence(
                why.zh() + ";请参考《" + document.title().zh() + "》" + document.link(),
                why.en() + "; see \"" + document.title().en() + "\" " + document.link());
    }
}
