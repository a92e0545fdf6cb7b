package dev.leadkeeper.intake;

import dev.leadkeeper.lead.Submission;
import java.time.Duration;
import java.util.List;

/** What is measured about form posts. */
public interface Measures {
    /** A post became durable. */
    void accepted(String form, List<Submission> submissions);

    /** A form beyond its own limit: its leads wait behind the queue. */
    void delayed(String form, Duration delay);

    /** A request was turned away. */
    void refused(String form, String reason);
}
