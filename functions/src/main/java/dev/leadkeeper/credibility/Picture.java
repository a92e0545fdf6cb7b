package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Sentence;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that bears on how far an activity can be believed.
 *
 * @param needs           what the rulebook asks of its type
 * @param responseMinutes minutes from the assignment to it if it was the first response, otherwise {@code null}
 * @param promised        the day by which it was promised before, {@code null} if nothing was
 * @param others          what others recorded of the same lead and what still counts
 * @param similar         how the rep's activities of this type ended
 */
public record Picture(Activity activity, List<Need> needs, Long responseMinutes, LocalDate promised, List<Other> others,
                      Similar similar) {
    public Picture {
        needs = List.copyOf(needs);
        others = List.copyOf(others);
    }

    /** Something that the type of activity needs, in the rulebook's words, and whether a valid file or a field meets it. */
    public record Need(Sentence what, boolean met) {}

    /** What somebody else recorded. */
    public record Other(Activity activity, boolean otherDepartment) {}

    /** How activities of this type ended within the quarters that are looked at, the rep's and everybody's. */
    public record Similar(Tally rep, Tally team) {
        public static final Similar UNKNOWN = new Similar(Tally.NONE, Tally.NONE);
    }

    /**
     * Activities whose stage has ended.
     *
     * @param n         all of them, at least 0
     * @param successes those whose opportunity went on to the next stage or was won, 0–{@code n}
     */
    public record Tally(long n, long successes) {
        public static final Tally NONE = new Tally(0, 0);

        public Tally {
            n = Math.max(0, n);
            successes = Math.clamp(successes, 0, n);
        }

        /** Both together. */
        public Tally plus(Tally other) {
            return new Tally(n + other.n, successes + other.successes);
        }
    }
}
