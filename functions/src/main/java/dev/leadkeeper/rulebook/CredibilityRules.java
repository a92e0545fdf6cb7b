package dev.leadkeeper.rulebook;

import dev.leadkeeper.lead.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a recorded activity can be believed (动作可信度, EV5): points within its five dimensions of 0–{@value #MOST} each.
 *
 * @param threshold    below this total, of 100, a supervisor looks at it
 * @param exempt       types of activity that nobody scores, such as a one-tap check-in
 * @param timing       the second dimension
 * @param confirmation the third: what the customer did or sent, each worth its points
 * @param colleagues   the fourth
 * @param similar      the fifth
 * @param reasons      from which a supervisor chooses one when deciding
 */
public record CredibilityRules(int threshold, Set<String> exempt, Timing timing, List<Confirmation> confirmation,
                               Colleagues colleagues, Similar similar, List<Reason> reasons) {
    /** Most points of a dimension. */
    public static final int MOST = 20;

    /** What applies where a rulebook says nothing. */
    public static final CredibilityRules USUAL = CredibilityParser.parse(Node.root(Map.of()));

    /**
     * What was done in time. The points of those parts that apply to an activity are scaled to {@value #MOST}.
     *
     * @param recorded       points for recording soon
     * @param withinHours    after it happened, for all of them
     * @param lateHours      after it happened, for half of them
     * @param promise        points for being there by the day that was promised before
     * @param firstResponse  points for a first response in time
     * @param withinMinutes  after the assignment
     * @param contradiction  points that each file costs which contradicts the order of events
     * @param flags          a file's flags ({@link dev.leadkeeper.lead.EvidenceFile.Found#flags()}) that say so
     */
    public record Timing(int recorded, int withinHours, int lateHours, int promise, int firstResponse, int withinMinutes,
                         int contradiction, Set<String> flags) {}

    /**
     * One kind of confirmation from the customer's side. Holds if everything that it names holds; what it does not name
     * is an empty set or 0.
     *
     * @param types   only for these types of activity
     * @param files   a valid file of one of these kinds
     * @param fields  one of these fields is filled in
     * @param tags    one of these tags is set
     * @param people  at least so many participants are named
     * @param roles   a participant of one of these roles is named
     * @param words   one of these words is in what was said
     * @param points  0–{@value #MOST}
     * @param because says what confirms, for people
     */
    public record Confirmation(String id, Set<String> types, Set<String> files, Set<String> fields, Set<String> tags,
                               int people, Set<String> roles, List<Word> words, int points, Sentence because) {}

    /**
     * What others recorded of the same lead; the best of it counts.
     *
     * @param withinDays     before or after the activity
     * @param sameType       points where another department recorded the same type of activity
     * @param otherType      where another department recorded something else
     * @param sameDepartment where only a colleague of the same department recorded something
     * @param none           where nobody did
     */
    public record Colleagues(int withinDays, int sameType, int otherType, int sameDepartment, int none) {}

    /**
     * How often the rep's activities of this type led on, drawn towards the team's mean where there are few:
     * {@code (successes + k·mean)/(n + k)}.
     *
     * @param k        so many activities weigh as much as the mean
     * @param quarters how many calendar quarters are looked at, this one included
     * @param prior    percent that is taken for the mean of a team without any
     * @param full     percent that earns all {@value #MOST} points
     */
    public record Similar(int k, int quarters, int prior, int full) {}

    /** A reason of a review, by its word. */
    public record Reason(String id, Sentence text) {}

    /** The reason of this word, if it is on the list. */
    public java.util.Optional<Reason> reason(String id) {
        return reasons.stream().filter(reason -> reason.id().equals(id)).findFirst();
    }
}
