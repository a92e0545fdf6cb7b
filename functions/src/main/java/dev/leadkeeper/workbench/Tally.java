package dev.leadkeeper.workbench;

import dev.leadkeeper.deadline.Standing;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Sheet;
import java.time.Instant;

/** How the leads of one person stand, counted. */
final class Tally {
    private int owned;
    private int open;
    private int atRisk;
    private int breached;
    private int red;
    private int frozen;
    private int dormant;

    void count(Lead lead, Instant now) {
        owned++;
        open += lead.contacted() ? 0 : 1;
        frozen += lead.watch().frozenAt() == null ? 0 : 1;
        dormant += lead.watch().dormantAt() == null ? 0 : 1;
        switch (Standing.of(lead, now)) {
            case AT_RISK -> atRisk++;
            case BREACHED -> breached++;
            case RED -> red++;
            case NONE, ON_TIME, MET, MET_LATE -> { }
        }
    }

    /** Adds the figures to a person's sheet. */
    Sheet on(Sheet sheet) {
        return sheet.put("owned", owned).put("open", open).put("atRisk", atRisk).put("breached", breached).put("red", red)
                .put("frozen", frozen).put("dormant", dormant);
    }
}
