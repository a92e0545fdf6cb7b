package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import java.time.Instant;
import java.time.ZoneId;

/** Works out when what falls due of a lead, from where its clocks started and the rules that hold now. Changes nothing else of it. */
public interface Planner {
    /** Whose business calendar runs the clocks of a lead that this person owns; empty for the organisation's. */
    String team(Staff owner);

    /** Where the days of a team begin; {@code null} or empty for the organisation. */
    default ZoneId zone(String team) {
        return Staff.COUNTED_IN;
    }

    /** Whether an owner who contacts the lead at that moment was as quick as is good (DL1). */
    default boolean isHealthy(Lead lead, Instant contact) {
        return false;
    }

    /** The lead with its timers. */
    Lead planned(Lead lead);

    /** Nothing falls due that has not been planned. */
    Planner NONE = new Planner() {
        @Override
        public String team(Staff owner) {
            return "";
        }

        @Override
        public Lead planned(Lead lead) {
            return lead;
        }
    };
}
