package dev.leadkeeper.admin.moves;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.Optional;

/** Which leads and whom somebody may move: their own, their team's, or all. */
final class Reach {
    private final Leads leads;
    private final StaffBook staff;

    Reach(Leads leads, StaffBook staff) {
        this.leads = leads;
        this.staff = staff;
    }

    /** The lead of this id as it is, whoever asks. */
    Optional<Lead> lead(String id) {
        return id.matches("[a-z2-7]{26}") ? leads.find(id) : Optional.empty();
    }

    /** The lead of this id, if it is within reach: a lead beyond it is like one that does not exist. */
    Optional<Lead> lead(Person who, Access access, String id) {
        return lead(id).filter(lead -> covers(who, access, lead));
    }

    /** Whether this lead is within somebody's reach, by whoever owns it. */
    boolean covers(Person who, Access access, Lead lead) {
        return access.reaches(who, lead.owner())
                || lead.owner() != null && staff.find(lead.owner()).map(owner -> access.reachesTeamOf(who, owner)).orElse(false);
    }

    /** Whether somebody may give leads to this person. */
    static boolean covers(Person who, Access access, Staff rep) {
        return access.reachesTeamOf(who, rep);
    }
}
