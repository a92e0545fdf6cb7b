package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Rulebook;
import java.util.Set;

/**
 * What is asked of the decision engine: where should this lead go?
 *
 * @param lead          the lead's id
 * @param form          the form it came from
 * @param facts         what the form said
 * @param score         0–100
 * @param tier          the score's tier
 * @param priority      how urgent
 * @param customerOwner staff id of whoever owns the returning customer, or {@code null}
 * @param cooling       who had it and cannot have it again yet
 * @param roundsOver    whether it was taken back so often that the fallback is to have it
 */
public record Question(String lead, String form, Facts facts, int score, String tier, Priority priority, String customerOwner,
                       Set<String> cooling, boolean roundsOver) {

    /** About a lead that nobody had before. */
    public Question(String lead, String form, Facts facts, int score, String tier, Priority priority, String customerOwner) {
        this(lead, form, facts, score, tier, priority, customerOwner, Set.of(), false);
    }


    /** The lead as the rulebook's conditions see it. */
    LeadFields fields(Rulebook rulebook) {
        var bare = new LeadFields(form, facts, null, score, tier, priority, customerOwner, null);
        return new LeadFields(form, facts, rulebook.sizeOf(bare), score, tier, priority, customerOwner, null);
    }
}
