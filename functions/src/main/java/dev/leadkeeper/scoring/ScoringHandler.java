package dev.leadkeeper.scoring;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.ledger.Deliveries.Delivered;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.rulebook.Rulebook;
import dev.leadkeeper.settings.Rulebooks;
import dev.leadkeeper.telemetry.Field;
import dev.leadkeeper.telemetry.Metric;
import dev.leadkeeper.telemetry.Telemetry;
import dev.leadkeeper.wiring.BatchHandler;
import dev.leadkeeper.wiring.LookAhead;
import dev.leadkeeper.wiring.PrimingEvents;
import dev.leadkeeper.wiring.Snapshot;
import dev.leadkeeper.wiring.Wiring;
import java.time.Duration;
import java.util.List;

/** Messages of the queue of received posts. */
public final class ScoringHandler extends BatchHandler {
    private final LookAhead store;
    private final ScoreLeads scoreLeads;
    private final Rulebooks rulebooks;
    private final Clock clock;
    private Rulebook rulebook;

    /** For Lambda. */
    public ScoringHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), ScoringHandler::new, () -> PrimingEvents.canned("scoring"));
    }

    /** Over these ports. */
    public ScoringHandler(Wiring wiring) {
        super(wiring.telemetry());
        store = new LookAhead(wiring.store());
        scoreLeads = ScoreLeads.over(store, wiring.queue(), wiring.secrets(), wiring.clock(), wiring.ids());
        rulebooks = new Rulebooks(wiring.store());
        clock = wiring.clock();
    }

    @Override
    protected void begin() {
        store.begin();
        rulebook = rulebooks.live();
    }

    @Override
    protected List<Key> glances(Message message) {
        return PostCodec.submissions(Doc.of(message.body())).stream().flatMap(each -> scoreLeads.glances(each).stream()).toList();
    }

    @Override
    protected void lookAhead(List<Key> glances) {
        store.look(glances);
    }

    @Override
    protected void handle(Message message) {
        var post = PostCodec.fromDoc(Doc.of(message.body()));
        scoreLeads.take(post, rulebook).forEach(this::tell);
    }

    private void tell(Delivered delivered) {
        var lead = delivered.lead();
        var event = switch (delivered) {
            case Delivered.Created _ -> "created";
            case Delivered.Revised _ -> "revised";
            case Delivered.Outdated _ -> "revision-outdated";
            case Delivered.Unreachable _ -> "revision-unreachable";
            case Delivered.Repeat _ -> "repeat";
        };
        telemetry().log(Telemetry.Level.INFO, event, Field.LEAD.is(lead.id()), Field.FORM.is(lead.form()),
                Field.STATE.is(lead.state().word()), Field.TRACE.is(lead.trace()));
        if (delivered instanceof Delivered.Created) {
            telemetry().measure(Metric.AGE_AT_STAGE, "scoring", Duration.between(lead.createdAt(), clock.now()));
        }
    }
}
