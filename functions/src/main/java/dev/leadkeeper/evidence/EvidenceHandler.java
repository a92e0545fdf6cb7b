package dev.leadkeeper.evidence;

import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.wiring.BatchHandler;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.util.List;
import java.util.Map;

/** Messages of the queue of uploads: notifications of S3 and results of scans for malware. */
public final class EvidenceHandler extends BatchHandler {
    private final JudgeUpload judge;

    /** For Lambda. */
    public EvidenceHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), EvidenceHandler::new, PrimingEvents.message(Map.of("Records", List.of(Map.of("eventName", "ObjectCreated:Post",
                "s3", Map.of("object", Map.of("key", "evidence/priming/priming/f1")))))));
    }

    public EvidenceHandler(Wiring wiring) {
        super(wiring.telemetry());
        judge = JudgeUpload.over(wiring.quarantine(), wiring.vault(), wiring.store(), wiring.queue(), wiring.clock(), wiring.ids(),
                new Told(wiring.telemetry()), wiring.setting("MALWARE_SCAN").equals("on"));
    }

    @Override
    protected void handle(Message message) {
        judge.take(message.body());
    }

    /** Lines and figures. */
    private record Told(Telemetry telemetry) implements JudgeUpload.Measures {
        @Override
        public void judged(String lead, EvidenceFile.State verdict, List<String> reasons, String detail) {
            telemetry.count(Metric.EVIDENCE, reasons.isEmpty() ? verdict.word() : reasons.getFirst());
            telemetry.log(Telemetry.Level.INFO, "evidence-judged", Field.LEAD.is(lead), Field.STATE.is(verdict.word()),
                    Field.REASON.is(String.join(" ", reasons)), Field.OUTCOME.is(detail.isEmpty() ? null : detail));
        }

        @Override
        public void stray(String because) {
            telemetry.log(Telemetry.Level.WARN, "stray-upload", Field.REASON.is(because));
        }
    }
}
