package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Decision;
import java.util.List;
import java.util.Map;

/** {@link Decision} as it stands on the timeline. */
public final class DecisionCodec {
    private DecisionCodec() {}

    public static Map<String, Object> toDoc(Decision decision) {
        var target = switch (decision.target()) {
            case Decision.ToRep to -> Doc.build().put("rep", to.rep()).put("fallback", to.fallback() ? true : null)
                    .put("failure", to.failure()).put("turn", to.turn() == null ? null : turn(to.turn())).done();
            case Decision.ToPool to -> Doc.build().put("pool", to.pool()).put("failure", to.failure()).done();
            case Decision.Waits waits -> Doc.build().put("failure", waits.failure()).done();
        };
        return Doc.build()
                .put("rulebookVersion", decision.rulebookVersion())
                .put("rule", decision.rule())
                .put("strategy", decision.strategy())
                .put("sentence", SentenceCodec.toDoc(decision.sentence()))
                .put("candidates", decision.candidates().stream().map(each -> Doc.build()
                        .put("rep", each.rep())
                        .put("verdict", each.verdict())
                        .put("reason", SentenceCodec.toDoc(each.reason()))
                        .done()).toList())
                .put("rest", decision.rest().isEmpty() ? null : decision.rest())
                .put("target", target)
                .done();
    }

    /** The decision without its candidates, for an event whose whole record lies in a file. */
    public static Decision summary(Decision decision) {
        return new Decision(decision.rulebookVersion(), decision.rule(), decision.strategy(), decision.sentence(),
                List.of(), Map.of(), decision.target());
    }

    private static Map<String, Object> turn(Decision.Turn turn) {
        return Doc.build().put("pool", turn.pool()).put("number", turn.next()).put("makesUp", turn.makesUp() ? true : null).done();
    }
}
