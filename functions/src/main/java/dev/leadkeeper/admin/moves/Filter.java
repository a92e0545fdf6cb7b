package dev.leadkeeper.admin.moves;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.people.Body;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which leads are meant. What is {@code null} does not matter.
 *
 * @param state          in which they are: assigned and not ended, waiting, nurturing, or taken for junk ({@code test})
 * @param owner          staff id
 * @param pool           the pool in which they are
 * @param stage          the rulebook's id of the stage; {@code none} for none yet
 * @param assignedBefore by whoever owns them now
 */
record Filter(LeadState state, String owner, String pool, String tier, String form, String stage, Boolean contacted, Instant assignedBefore) {
    private static final Set<String> FIELDS = Set.of("state", "owner", "pool", "tier", "form", "stage", "contacted", "assignedBefore");
    private static final String NONE = "none";
    private static final int LONGEST = 128;

    /** Reads a filter that says at least whose leads or in which state they are; {@code null} with a flaw if it does not. */
    static Filter read(Body body, List<LeadState> states) {
        body.only(FIELDS);
        var owner = body.line("owner", LONGEST).orElse(null);
        var pool = body.line("pool", LONGEST).orElse(null);
        var said = body.word("state", states.toArray(LeadState[]::new), LeadState::word);
        var meant = said.or(() -> owner != null ? Optional.of(LeadState.ASSIGNED) : pool != null ? Optional.of(LeadState.NURTURING) : Optional.empty());
        if (meant.isEmpty()) {
            if (!body.has("state")) {
                body.wrong("state", "is missing: say state, owner or pool, so that not all leads are meant", "缺少：须指定状态、负责人或线索池");
            }
            return null;
        }
        if (owner != null && meant.get() != LeadState.ASSIGNED) {
            body.wrong("owner", "nobody owns leads that are " + meant.get().word(), "该状态的线索没有负责人");
        }
        if (pool != null && meant.get() != LeadState.NURTURING) {
            body.wrong("pool", "leads that are " + meant.get().word() + " are in no pool", "该状态的线索不在线索池中");
        }
        return new Filter(meant.get(), owner, pool, body.line("tier", LONGEST).orElse(null), body.line("form", LONGEST).orElse(null),
                body.line("stage", LONGEST).orElse(null), body.flag("contacted").orElse(null),
                body.time("assignedBefore", Instant::parse, "an instant such as 2026-11-22T02:00:00Z", "应为时刻，例如 2026-11-22T02:00:00Z").orElse(null));
    }

    /** Whether a lead is meant, as it is. */
    boolean fits(Lead lead) {
        return lead.state() == state && lead.outcome() == null
                && (state != LeadState.TEST || MoveReason.JUNK.word().equals(lead.reason()))
                && (owner == null || owner.equals(lead.owner()))
                && (pool == null || pool.equals(lead.pool()))
                && (tier == null || tier.equals(lead.tier()))
                && (form == null || form.equals(lead.form()))
                && (stage == null || stage.equals(lead.stage() == null ? NONE : lead.stage()))
                && (contacted == null || contacted == lead.contacted())
                && (assignedBefore == null || lead.assignedAt() != null && lead.assignedAt().isBefore(assignedBefore));
    }

    /**
     * The holders that have such leads, to be read one after the other.
     *
     * @param people staff ids of those whose leads may be meant
     * @param pools  names of the pools in use
     */
    List<String> holders(List<String> people, List<String> pools) {
        return switch (state) {
            case ASSIGNED -> (owner == null ? people : people.stream().filter(owner::equals).toList()).stream().map(Holder::rep).toList();
            case NURTURING -> (pool == null ? pools : List.of(pool)).stream().map(Holder::pool).toList();
            case WAITING -> List.of(Holder.WAITING);
            case TEST -> List.of(Holder.TEST);
            case SCORED, ATTENTION, RESOLVED -> List.of();
        };
    }
}
