package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which leads are asked for.
 *
 * @param owner staff id, {@code null} for anybody's and nobody's
 * @param state {@code null} for any
 */
record LeadQuery(String owner, LeadState state) {
    /**
     * Reads {@code owner} ({@code me} or a staff id) and {@code state}. Whoever sees only their own means those.
     *
     * @param flaws gets what is wrong with them
     */
    static LeadQuery of(Person who, Access access, Ask ask, List<Flaw> flaws) {
        Queries.known(ask, Set.of("owner", "state", "cursor", "limit"), flaws);
        var owner = ask.parameter("owner").map(word -> word.equals("me") ? who.id() : word)
                .or(() -> access == Access.OWN ? Optional.of(who.id()) : Optional.empty()).orElse(null);
        if (owner != null && owner.length() > 128) {
            flaws.add(new Flaw("query.owner", "a staff id or \"me\""));
        }
        var state = ask.parameter("state").flatMap(word -> state(word, flaws)).orElse(null);
        return new LeadQuery(owner, state);
    }

    private static Optional<LeadState> state(String word, List<Flaw> flaws) {
        var found = Arrays.stream(LeadState.values()).filter(state -> state.word().equals(word)).findFirst();
        if (found.isEmpty()) {
            flaws.add(new Flaw("query.state", "one of " + Arrays.stream(LeadState.values()).map(LeadState::word).toList()));
        }
        return found;
    }

    boolean fits(Lead lead) {
        return (owner == null || owner.equals(lead.owner())) && (state == null || state == lead.state());
    }

    /** The same for the same question. */
    String fingerprint() {
        return "leads owner=" + owner + " state=" + state;
    }

    /**
     * The holders that have these leads, to be read one after the other; empty if all leads have to be looked through.
     *
     * @param pools names of the pools in use
     */
    List<String> holders(Supplier<List<String>> pools) {
        if (owner != null) {
            return List.of(Holder.rep(owner));
        }
        return switch (state) {
            case WAITING -> List.of(Holder.WAITING);
            case ATTENTION -> List.of(Holder.ATTENTION);
            case TEST -> List.of(Holder.TEST);
            case NURTURING -> pools.get().stream().map(Holder::pool).toList();
            case SCORED, ASSIGNED, RESOLVED -> List.of();
            case null -> List.of();
        };
    }

    /** The waiting list comes in the order in which it will be dispatched, everything else newest first. */
    boolean newestFirst() {
        return state != LeadState.WAITING;
    }
}
