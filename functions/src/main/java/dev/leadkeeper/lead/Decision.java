package dev.leadkeeper.lead;

import java.util.List;
import java.util.Map;

/**
 * Why a lead went where it went; kept for the lead's whole life.
 *
 * @param rulebookVersion the rulebook it was made under
 * @param rule            id of the rule that matched, or {@code none}
 * @param strategy        how the rule picked, or {@code none}
 * @param sentence        the reason, readable
 * @param candidates      who was considered: first the eligible in order of rank, then the refused; at most {@link #IN_FULL}
 * @param rest            those beyond, as staff ids by verdict
 * @param target          where it goes
 */
public record Decision(String rulebookVersion, String rule, String strategy, Sentence sentence,
                       List<Candidate> candidates, Map<String, List<String>> rest, Target target) {
    /** How many candidates a decision holds with reason and figures. */
    public static final int IN_FULL = 50;

    public Decision {
        candidates = List.copyOf(candidates);
        rest = Map.copyOf(rest);
    }

    /**
     * @param rep     staff id
     * @param verdict {@code chosen}, {@code next} (eligible, ranked behind), or a {@link Refusal}'s word
     * @param reason  the verdict in words, with the figures used
     */
    public record Candidate(String rep, String verdict, Sentence reason) {}

    /** Where a lead goes. */
    public sealed interface Target {}

    /**
     * To a rep.
     *
     * @param rep      staff id
     * @param turn     the turn that this takes in a pool of turns, or {@code null} for strategies by merit
     * @param fallback whether the rep is the fallback owner (兜底), who also gets a to-do
     * @param failure  for a fallback: why nobody else could take it, a {@link Refusal}'s word; otherwise {@code null}
     */
    public record ToRep(String rep, Turn turn, boolean fallback, String failure) implements Target {}

    /**
     * To a pool that people work from, such as {@code nurture}.
     *
     * @param failure for the fallback's pool: why nobody else could take it, a {@link Refusal}'s word; {@code null} where a
     *                rule meant the pool
     */
    public record ToPool(String pool, String failure) implements Target {}

    /**
     * To the waiting list.
     *
     * @param failure why, a {@link Refusal}'s word
     */
    public record Waits(String failure) implements Target {}

    /**
     * One turn of a fair pool.
     *
     * @param pool       the pool's name
     * @param seen       the rep's turns as seen, {@code null} if the rep never had one
     * @param next       the rep's turns afterwards
     * @param weighted   whether the pool's own count takes part (chairman rule)
     * @param poolSeen   for a weighted pool: the pool's count as seen, {@code null} if it never had one
     * @param owed       for a lead that makes up for junk: how many were owed as seen; it takes none of the turns, and
     *                   {@code next} is what they were. {@code null} for a turn as any other
     */
    public record Turn(String pool, Long seen, long next, boolean weighted, Long poolSeen, Long owed) {
        /** A turn as any other. */
        public Turn(String pool, Long seen, long next, boolean weighted, Long poolSeen) {
            this(pool, seen, next, weighted, poolSeen, null);
        }

        /** In place of a lead that came by a turn of this pool and was junk. */
        public static Turn madeUp(String pool, long turns, long owed) {
            return new Turn(pool, null, turns, false, null, owed);
        }

        /** Whether this makes up for junk and takes no turn. */
        public boolean makesUp() {
            return owed != null;
        }
    }
}
