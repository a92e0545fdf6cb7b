package dev.leadkeeper.admin.moves;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be done with many leads by a plan. */
interface Deed {
    /** Names it, also in plans. */
    String what();

    /** The states in which leads can be for it. */
    List<LeadState> states();

    /** Why it can be done. */
    List<MoveReason> reasons();

    /** Fields of a request beside those of every plan. */
    Set<String> fields();

    /** Proposes for one page of leads what would become of each; reads what the request says beside the usual. */
    Proposer proposer(Person who, Access access, Body body);

    /** Proposes lead by lead, each on the assumption that those before were carried out. */
    interface Proposer {
        Proposed propose(Lead lead);
    }

    /** What would become of a lead. */
    sealed interface Proposed {
        /**
         * It would be moved.
         *
         * @param to   who would get it, {@code null} where the rules decide
         * @param path where the rules would lead it, {@code null} where that is not asked
         */
        record Moves(String to, Map<String, Object> path) implements Proposed {}

        /** It would stay. */
        record Stays(Refusal refusal) implements Proposed {}
    }

    /** Whether a lead that is not as shown any more is so because of this very move. */
    boolean isDone(MovePlans.Move move, Lead lead, String plan);

    /**
     * Tries once to carry out a move.
     *
     * @param lead as it is, as it was shown
     */
    Handing.Handed attempt(Person who, Access access, MovePlans.Move move, Lead lead, Handovers.Said said);
}
