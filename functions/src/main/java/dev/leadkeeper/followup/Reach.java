package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.LeadNow;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lead that is asked about, if it is within somebody's reach, and which revision of it they saw. */
final class Reach {
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

    /** {@link LeadNow#seen}. */
    static Long seen(Ask ask, List<Flaw> flaws) {
        return LeadNow.seen(ask, flaws);
    }

    /** {@link LeadNow#mustHaveSeen}. */
    static Long mustHaveSeen(Ask ask, List<Flaw> flaws) {
        return LeadNow.mustHaveSeen(ask, flaws);
    }

    /** {@link LeadNow#stale}. */
    static Answer stale(Map<String, Object> wanted, Long seen, Lead lead) {
        return LeadNow.stale(wanted, seen, lead);
    }

    /** {@link LeadNow#sheet}. */
    static Sheet sheet(Lead lead) {
        return LeadNow.sheet(lead);
    }

    /** {@link LeadNow#refused}. */
    static Answer refused(Lead lead) {
        return LeadNow.refused(lead);
    }
}
