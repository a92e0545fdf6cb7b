package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Decision.Target;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Rule;

/** How a rule decides: it picks somebody, or it knows a place without asking who is there. */
sealed interface Strategy {

    /** Ranks those who can receive. */
    non-sealed interface Picks extends Strategy {
        Ranked rank(Choice choice);
    }

    /** Names a place. */
    non-sealed interface Places extends Strategy {
        Placed place(Rule rule, LeadFields lead);
    }

    /** A place and why. */
    record Placed(Target target, Sentence why) {}
}
