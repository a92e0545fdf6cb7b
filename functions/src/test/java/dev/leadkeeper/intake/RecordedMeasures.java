package dev.leadkeeper.intake;

import dev.leadkeeper.lead.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was measured, as lines. */
final class RecordedMeasures implements Measures {
    final List<String> lines = new ArrayList<>();

    @Override
    public void accepted(String form, List<Submission> submissions) {
        lines.add("accepted " + form + " " + submissions.size());
    }

    @Override
    public void delayed(String form, Duration delay) {
        lines.add("delayed " + form + " " + delay);
    }

    @Override
    public void refused(String form, String reason) {
        lines.add("refused " + form + " " + reason);
    }
}
