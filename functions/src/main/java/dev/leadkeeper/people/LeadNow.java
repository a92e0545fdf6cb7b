package dev.leadkeeper.people;

import dev.leadkeeper.lead.Lead;
import java.util.List;
import java.util.Map;

/** How a lead stands, told to whoever writes on it, and which revision of it they saw. */
public final class LeadNow {
    private static final String IF_MATCH = "if-match";

    private LeadNow() {}

    /** The revision that {@code If-Match} names, {@code null} if it names none; a flaw for what is no revision. */
    public static Long seen(Ask ask, List<Flaw> flaws) {
        var header = ask.header(IF_MATCH);
        if (header.isEmpty()) {
            return null;
        }
        if (!header.get().matches("(?:W/)?\"?[0-9]{1,18}\"?")) {
            flaws.add(new Flaw("header." + IF_MATCH, "the ETag of the lead as you saw it", "应为所见线索的 ETag"));
            return null;
        }
        return Long.valueOf(header.get().replaceAll("[^0-9]", ""));
    }

    /** The same where it must be named. */
    public static Long mustHaveSeen(Ask ask, List<Flaw> flaws) {
        if (ask.header(IF_MATCH).isEmpty()) {
            flaws.add(new Flaw("header." + IF_MATCH, "is missing: the ETag of the lead as you saw it", "缺少：所见线索的 ETag"));
        }
        return seen(ask, flaws);
    }

    /** What the person wanted on what they saw, beside how the lead stands. */
    public static Answer stale(Map<String, Object> wanted, Long seen, Lead lead) {
        var yours = new Sheet().put("revision", seen);
        wanted.forEach(yours::put);
        return new Answer.Stale(yours.done(), sheet(lead).done());
    }

    /** How far the lead is. */
    public static Sheet sheet(Lead lead) {
        return new Sheet()
                .put("id", lead.id())
                .put("state", lead.state().word())
                .put("owner", lead.owner())
                .put("contacted", lead.contacted())
                .put("contactedAt", lead.contactedAt())
                .put("stage", lead.stage())
                .put("outcome", lead.outcome())
                .put("revision", lead.revision());
    }

    /** Nothing of the kind can be done with a lead in this state. */
    public static Answer refused(Lead lead) {
        var state = lead.outcome() == null ? lead.state().word() : lead.outcome();
        return new Answer.Refused("the lead is " + state + " 线索状态为 " + state, sheet(lead).done());
    }
}
