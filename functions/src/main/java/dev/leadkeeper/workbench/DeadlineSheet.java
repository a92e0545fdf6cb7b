package dev.leadkeeper.workbench;

import dev.leadkeeper.deadline.Standing;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.Watch;
import dev.leadkeeper.people.Sheet;
import java.time.Instant;
import java.util.Map;

/** What runs on a lead, as the API shows it: when what was or will be due, and what comes next. */
final class DeadlineSheet {
    private DeadlineSheet() {}

    static Map<String, Object> of(Lead lead, Instant now) {
        var watch = lead.watch();
        return new Sheet()
                .put("state", Standing.of(lead, now).word())
                .put("riskAt", watch.at(Timer.REMIND))
                .put("breachAt", watch.at(Timer.ESCALATE))
                .put("redAt", watch.at(Timer.RED))
                .put("recycleAt", watch.at(Timer.RECYCLE))
                .put("round", watch.round())
                .put("frozenAt", watch.frozenAt())
                .put("dormantAt", watch.dormantAt())
                .put("keptUntil", watch.keptUntil())
                .put("next", watch.next().map(DeadlineSheet::next).orElse(null))
                .done();
    }

    private static Map<String, Object> next(Watch.Due due) {
        return new Sheet().put("action", due.timer().word()).put("at", due.at()).done();
    }
}
