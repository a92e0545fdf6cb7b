package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.util.Map;

/**
 * A decision as somebody may see it (AS7). Who was considered and with what verdict is for everybody who sees the lead;
 * the figures behind a verdict are for the person they are about and for those who may see everybody's.
 */
final class Decided {
    private static final Sentence CHOSEN = new Sentence("中选", "was chosen");
    private static final Sentence NEXT = new Sentence("符合条件,排序在后", "eligible, ranked behind");

    private Decided() {}

    static Map<String, Object> of(Map<String, Object> decision, Person who) {
        var doc = Doc.of(decision);
        var figures = who.may(Action.SEE_FIGURES);
        return new Sheet()
                .put("rulebookVersion", doc.text("rulebookVersion"))
                .put("rule", doc.text("rule"))
                .put("strategy", doc.text("strategy"))
                .put("sentence", sentence(doc, who, figures))
                .put("candidates", doc.list("candidates", each -> candidate(Doc.ofValue(each), who, figures)))
                .put("rest", doc.map("rest"))
                .put("target", doc.map("target"))
                .done();
    }

    /** The sentence is about whom the lead went to. Where it went to nobody it is about the lead. */
    private static Map<String, Object> sentence(Doc decision, Person who, Access figures) {
        var rep = Doc.of(decision.map("target")).text("rep");
        return rep == null || figures.reaches(who, rep) ? decision.map("sentence") : SentenceCodec.toDoc(CHOSEN);
    }

    private static Map<String, Object> candidate(Doc candidate, Person who, Access figures) {
        var rep = candidate.required("rep");
        var verdict = candidate.required("verdict");
        return new Sheet()
                .put("rep", rep)
                .put("verdict", verdict)
                .put("reason", figures.reaches(who, rep) ? candidate.map("reason") : SentenceCodec.toDoc(plain(verdict)))
                .done();
    }

    private static Sentence plain(String verdict) {
        return switch (verdict) {
            case "chosen" -> CHOSEN;
            case "next" -> NEXT;
            default -> Refusal.of(verdict).map(Refusal::sentence).orElse(new Sentence(verdict, verdict));
        };
    }
}
