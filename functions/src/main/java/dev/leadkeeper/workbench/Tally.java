package dev.leadkeeper.workbench;

import dev.leadkeeper.deadline.Standing;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.people.Sheet;
import java.time.Instant;

/** How the leads of somebody, or of several, stand, counted. */
final class Tally {
    private int owned;
    private int open;
    private int onTime;
    private int atRisk;
    private int breached;
    private int red;
    private int moving;
    private int frozen;
    private int dormant;
    private long kept;
    private long healthy;
    private long missed;
    private long recycled;

    void count(Lead lead, Instant now) {
        owned++;
        open += lead.contacted() ? 0 : 1;
        moving += lead.contacted() && lead.watch().frozenAt() == null && lead.watch().dormantAt() == null ? 1 : 0;
        frozen += lead.watch().frozenAt() == null ? 0 : 1;
        dormant += lead.watch().dormantAt() == null ? 0 : 1;
        switch (Standing.of(lead, now)) {
            case AT_RISK -> atRisk++;
            case BREACHED -> breached++;
            case RED -> red++;
            case ON_TIME -> onTime++;
            case NONE, MET, MET_LATE -> { }
        }
    }

    /** What became known in a week, which nobody sees from the leads that are left. */
    void count(Compliance.Week week) {
        kept += week.kept();
        healthy += week.healthy();
        missed += week.missed();
        recycled += week.recycled();
    }

    /** What another one counted counts here as well. */
    void add(Tally other) {
        owned += other.owned;
        open += other.open;
        onTime += other.onTime;
        atRisk += other.atRisk;
        breached += other.breached;
        red += other.red;
        moving += other.moving;
        frozen += other.frozen;
        dormant += other.dormant;
        kept += other.kept;
        healthy += other.healthy;
        missed += other.missed;
        recycled += other.recycled;
    }

    /** Adds the figures to a sheet. */
    Sheet on(Sheet sheet) {
        return sheet.put("owned", owned).put("open", open).put("onTime", onTime).put("atRisk", atRisk).put("breached", breached).put("red", red)
                .put("moving", moving).put("frozen", frozen).put("dormant", dormant).put("kept", kept).put("healthy", healthy).put("missed", missed).put("recycled", recycled);
    }
}
