package dev.leadkeeper.assignment;

import dev.leadkeeper.assignment.Scope.Passed;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.Rule;
import dev.leadkeeper.rulebook.Rulebook;
import java.util.List;

/** Where a lead goes that no rule could give to anybody (AS5): to the fallback owner, else the fallback pool, else the waiting list. */
record LastResort(Roster roster, Rulebook rulebook, Eligibility eligibility, Considered considered) {
    /** Stands where no rule decided. */
    static final String NONE = "none";
    private static final String FALLBACK = "fallback";

    /** @param failed the last rule that had nobody, {@code null} if none was tried */
    Decision instead(Rule failed, Refusal failure) {
        var rule = failed == null ? NONE : failed.id();
        var onlyFull = true;
        for (var id : rulebook.fallback().reps()) {
            var owner = roster.person(id);
            var refusal = owner == null ? Refusal.UNKNOWN_REP : eligibility.ofFallback(owner);
            if (refusal == null) {
                considered.fallback(id);
                return considered.decision(rulebook.version(), rule, FALLBACK,
                        because(failed, failure, ",由兜底负责人跟进", ", so the fallback owner takes it"),
                        new Decision.ToRep(id, null, true, failure.word()));
            }
            onlyFull &= Eligibility.FOR_BEING_FULL.contains(refusal);
            considered.refused(List.of(new Passed(id, owner, refusal)));
        }
        var pool = rulebook.fallback().pool();
        if (pool != null) {
            return considered.decision(rulebook.version(), rule, FALLBACK,
                    because(failed, failure, ",进入兜底线索池 " + pool, ", so it goes to the fallback pool " + pool),
                    new Decision.ToPool(pool, failure.word()));
        }
        var reason = onlyFull ? failure : Refusal.FALLBACK_UNAVAILABLE;
        return considered.decision(rulebook.version(), rule, FALLBACK,
                because(failed, failure, ",且兜底负责人不可接收,进入等待名单", ", nor can the fallback owner receive; it is on the waiting list"),
                new Decision.Waits(reason.word()));
    }

    private static Sentence because(Rule failed, Refusal failure, String zh, String en) {
        return failed == null ? sentence(failure, zh, en) : sentence(failure, "(规则「" + failed.title().zh() + "」)" + zh,
                " (rule \"" + failed.title().en() + "\")" + en);
    }

    static Sentence sentence(Refusal reason, String zh, String en) {
        var words = reason.sentence();
        return new Sentence(words.zh() + zh, Character.toUpperCase(words.en().charAt(0)) + words.en().substring(1) + en);
    }
}
