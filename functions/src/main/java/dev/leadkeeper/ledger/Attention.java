package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries that nobody could work with (待处理), once they have become something else. */
public final class Attention {
    private final Leads leads;
    private final Transactions transactions;
    private final Rounds rounds;
    private final Clock clock;

    public Attention(Store store, Clock clock, Ids ids) {
        this.leads = new Leads(store);
        this.transactions = new Transactions(store, clock);
        this.rounds = new Rounds(clock, ids);
        this.clock = clock;
    }

    /** Ids of what an entry became. */
    public record Became(List<String> leads, List<String> attention) {
        public Became {
            leads = List.copyOf(leads);
            attention = List.copyOf(attention);
        }
    }

    /**
     * The entry has become others, which were sent on their way before: it leaves the list and names them on its
     * timeline. Changes nothing about an entry that left the list in the meantime.
     *
     * @param by the staff id of who asked
     * @return the entry as it is now; empty if there is none
     */
    public Optional<Lead> resolve(String id, Became became, String by) {
        return rounds.until(() -> {
            var found = leads.find(id);
            if (found.isEmpty() || found.get().state() != LeadState.ATTENTION) {
                return Optional.of(found);
            }
            var step = Step.next(found.get(), LeadChanges.resolved(found.get(), null), "replayed", clock.now(), by,
                    Map.of("leads", became.leads(), "attention", became.attention()));
            return transactions.commit(step, List.of()) ? Optional.of(Optional.of(step.after())) : Optional.empty();
        });
    }
}
