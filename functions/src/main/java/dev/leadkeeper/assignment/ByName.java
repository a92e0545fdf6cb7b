package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Rule;
import java.util.Comparator;

/** Strategies that know where to go. */
final class ByName {
    private ByName() {}

    /** The reps that the rule names, in its order. */
    static Ranked named(Choice choice) {
        var named = choice.rule().target().reps();
        var order = Ranked.by(choice.eligible(), each -> named.indexOf(each.id()),
                Comparator.comparingInt(Ranked.Figured<Integer>::figure));
        return order.told(each -> new Sentence("规则指定的第 " + (each.figure() + 1) + " 位", "number " + (each.figure() + 1) + " that the rule names"),
                new Sentence("规则「" + choice.rule().title().zh() + "」指定由您跟进",
                        "The rule \"" + choice.rule().title().en() + "\" names you"));
    }

    /** CU5: the rep who owns the returning customer. */
    static Ranked customerOwner(Choice choice) {
        return Ranked.by(choice.eligible(), _ -> 0, Comparator.comparing(each -> each.staff().id()))
                .told(_ -> new Sentence("该客户的负责人", "owns the customer"),
                        new Sentence("该客户此前由您负责,老客户的新线索继续由您跟进",
                                "You own this returning customer, so the new lead stays with you"));
    }

    /** A pool that people work from. */
    static Strategy.Placed pool(Rule rule, LeadFields lead) {
        var pool = rule.target().pool();
        return new Strategy.Placed(new Decision.ToPool(pool, null),
                new Sentence("评分 " + lead.score() + ",按规则「" + rule.title().zh() + "」进入线索池 " + pool,
                        "Scored " + lead.score() + "; the rule \"" + rule.title().en() + "\" puts it into the pool " + pool));
    }

    /** A person decides. */
    static Strategy.Placed manualQueue(Rule rule, LeadFields lead) {
        return new Strategy.Placed(new Decision.Waits(Refusal.MANUAL_QUEUE.word()),
                new Sentence("评分 " + lead.score() + ",按规则「" + rule.title().zh() + "」等待人工分派",
                        "Scored " + lead.score() + "; the rule \"" + rule.title().en() + "\" leaves it to be dispatched by hand"));
    }
}
