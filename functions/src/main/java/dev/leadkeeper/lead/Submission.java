package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.List;

/**
 * One lead as a form delivered it, mapped and normalised: what intake hands to scoring.
 *
 * @param lead        the lead's id, {@link LeadId#of}
 * @param form        the form's id
 * @param deliveryKey what the sender calls this submission
 * @param bodyHash    SHA-256 of what was delivered for this lead, in hexadecimal: the same again is a repeat
 * @param receivedAt  when the post came
 * @param updatedAt   when the vendor says the submission was last changed, or {@code null}
 * @param facts       what the form said
 * @param unknown     fields that the mapping does not know (schema drift), by the sender's names
 * @param test        whether it is a test or junk, and why; {@code null} for a real one
 * @param attention   why it cannot be worked with as it is; {@code null} if it can
 * @param replay      whether a person asked for this to be mapped anew
 * @param trace       id that follows the lead through every log line
 */
public record Submission(String lead, String form, String deliveryKey, String bodyHash, Instant receivedAt,
                         Instant updatedAt, Facts facts, List<String> unknown, String test, String attention,
                         boolean replay, String trace) {
    public Submission {
        unknown = List.copyOf(unknown);
    }

    /** What orders revisions of one lead: the vendor's time of change, else the time of receipt. */
    public Instant order() {
        return updatedAt == null ? receivedAt : updatedAt;
    }
}
