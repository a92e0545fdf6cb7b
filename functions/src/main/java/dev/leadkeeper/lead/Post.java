package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.List;

/**
 * A form post as it came, with what was found in it. The raw bytes travel along so that nothing accepted is lost.
 *
 * @param form        the form's id
 * @param receivedAt  when
 * @param contentType the header, or empty
 * @param raw         the body
 * @param deliveryId  what the sender calls this delivery in a header, {@code null} if the form has no such header
 * @param submissions one to ten leads or attention entries
 */
public record Post(String form, Instant receivedAt, String contentType, Raw raw, String deliveryId,
                   List<Submission> submissions) {
    /** A post whose sender names deliveries in the body or not at all. */
    public Post(String form, Instant receivedAt, String contentType, byte[] raw, List<Submission> submissions) {
        this(form, receivedAt, contentType, Raw.of(raw), null, submissions);
    }

    public Post {
        submissions = List.copyOf(submissions);
    }
}
