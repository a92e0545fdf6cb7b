package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lead that is asked about, if it is within somebody's reach, and which revision of it they saw. */
final class Reach {
    private static final String IF_MATCH = "if-match";

    private final Leads leads;

    Reach(Leads leads) {
        this.leads = leads;
    }

    /** A lead beyond one's reach is like one that does not exist. */
    Optional<Lead> lead(Person who, Access access, Ask ask) {
        var id = ask.variable("id");
        return isId(id) ? leads.find(id).filter(lead -> access.reaches(who, lead.owner())) : Optional.empty();
    }

    /** Whether it can be a lead's id at all. */
    static boolean isId(String text) {
        return text.matches("[a-z2-7]{26}");
    }

    /** The revision that {@code If-Match} names, {@code null} if it names none; a flaw for what is no revision. */
    static Long seen(Ask ask, List<Flaw> flaws) {
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
    static Long mustHaveSeen(Ask ask, List<Flaw> flaws) {
        if (ask.header(IF_MATCH).isEmpty()) {
            flaws.add(new Flaw("header." + IF_MATCH, "is missing: the ETag of the lead as you saw it", "缺少：所见线索的 ETag"));
        }
        return seen(ask, flaws);
    }

    /** What the person wanted on what they saw, beside how the lead stands. */
    static Answer stale(Map<String, Object> wanted, Long seen, Lead lead) {
        var yours = new Sheet().put("revision", seen);
        wanted.forEach(yours::put);
        return new Answer.Stale(yours.done(), sheet(lead).done());
    }

    /** How far the lead is. */
    static Sheet sheet(Lead lead) {
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
    static Answer refused(Lead lead) {
        var state = lead.outcome() == null ? lead.state().word() : lead.outcome();
        return new Answer.Refused("the lead is " + state + " 线索状态为 " + state, sheet(lead).done());
    }
}
