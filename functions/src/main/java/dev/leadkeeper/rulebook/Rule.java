package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Sentence;
import java.util.List;
import java.util.Map;

/**
 * One assignment rule. The first whose condition holds decides.
 *
 * @param id        named in every decision
 * @param title     for people
 * @param hours     whether only those in their working hours may get the lead
 * @param otherwise what happens if nobody can take it
 * @param document  what the rep should have at hand, such as a talk track; {@code null} if nothing
 */
public record Rule(String id, Sentence title, Condition when, Target target, Strategy strategy, boolean hours,
                   Otherwise otherwise, Document document) {

    /**
     * Who may get the lead: the members of the groups, or the named reps in order, or everybody with the skills, or a pool.
     *
     * @param mayBeEmpty whether an empty group is meant (a team still being hired) and no mistake
     * @param skills     each is required
     * @param pool       {@code null} unless the target is a pool
     * @param narrow     what else must fit, where the lead says it: those who list nothing serve everything
     */
    public record Target(List<String> groups, boolean mayBeEmpty, List<String> skills, List<String> reps, String pool,
                         List<Narrow> narrow) {}

    /** A property of the lead that candidates must cover. */
    public enum Narrow { REGION, INDUSTRY, SIZE }

    /**
     * @param numbers every number that the strategy takes
     * @param wanted  skills that {@link Pick#MOST_SKILLS} counts
     * @param pool    where turns are counted
     */
    public record Strategy(Pick pick, Map<String, Integer> numbers, List<String> wanted, String pool) {
        /** A number that the strategy takes. */
        public int number(String name) {
            return numbers.get(name);
        }
    }

    /** What happens if nobody can take the lead. */
    public enum Otherwise {
        /** The rules after this one are tried. */
        NEXT,
        /** The fallback takes it. */
        FALLBACK
    }

    /** @param link where it is, an https address */
    public record Document(Sentence title, String link) {}
}
