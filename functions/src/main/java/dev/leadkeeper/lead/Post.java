package dev.leadkeeper.lead;

import java.time.Instant;
import java.util.List;

/**
 * A form post as it came, with what was found in it. The raw bytes travel along so that nothing accepted is lost.
 *
 * @param form        the form's id
 * @param receivedAt  when
 * @param contentType the header, or empty
 * @param raw         the body's bytes
 * @param submissions one to ten leads or attention entries
 */
public record Post(String form, Instant receivedAt, String contentType, byte[] raw, List<Submission> submissions) {
    public Post {
        submissions = List.copyOf(submissions);
    }
}
