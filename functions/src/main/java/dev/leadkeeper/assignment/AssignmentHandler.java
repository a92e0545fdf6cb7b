package dev.leadkeeper.assignment;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Breaker;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages of the queues of scored leads, and requests to work through the waiting list. */
public final class AssignmentHandler extends BatchHandler {
    /** How long a drain works before it leaves the rest to the next message: well within the function's 6 s. */
    private static final Duration DRAIN = Duration.ofMillis(3_500);

    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** After that something else is wrong, and the failure counts. */
    private static final int MOST_AGAIN = 20;

    private final LookAhead store;
    private final AssignLead assignLead;
    private final DrainWaiting drainWaiting;
    private final Rulebooks rulebooks;
    private final Breaker breaker;
    private final Clock clock;
    private final Queue queue;
    private final ChangesOfHands changes;
    private AssignLead.Today today;

    /** For Lambda. */
    public AssignmentHandler() {
        this(Wiring.ofProcess());
        Snapshot.prepare(Wiring.ofProcess(), AssignmentHandler::new, () -> PrimingEvents.canned("assignment"));
    }

    /** Over these ports. */
    public AssignmentHandler(Wiring wiring) {
        super(wiring.telemetry());
        clock = wiring.clock();
        queue = wiring.queue();
        store = new LookAhead(wiring.store());
        assignLead = AssignLead.over(store, wiring.queue(), wiring.files(), wiring.secrets(), clock, wiring.ids());
        drainWaiting = DrainWaiting.over(assignLead, wiring.store(), wiring.queue(), clock, wiring.ids());
        rulebooks = new Rulebooks(wiring.store());
        breaker = new Breaker(wiring.store(), clock);
        changes = new ChangesOfHands(new Leads(wiring.store()), new Timelines(wiring.store(), clock), new Details(wiring.store()),
                new Announcements(queue), new Supervisors(new StaffBook(wiring.store()), wiring.clock())::of);
    }

    @Override
    protected void begin() {
        store.begin();
        today = new AssignLead.Today(rulebooks.live(), breaker.read().open());
    }

    @Override
    protected List<Key> glances(Message message) {
        return Optional.ofNullable(Doc.of(message.body()).text("lead")).map(lead -> Key.of(Table.LEADS, lead)).stream().toList();
    }

    /** The leads, and what they are about. Whoever cannot be read fails when it is their turn. */
    @Override
    protected void lookAhead(List<Key> glances) {
        var about = new ArrayList<Key>();
        for (var lead : store.look(glances)) {
            if (lead.get("id") instanceof String id && lead.get("details") instanceof String part && !part.isEmpty()) {
                about.add(Details.key(id, part));
            }
        }
        store.look(about);
    }

    @Override
    protected void handle(Message message) {
        var body = Doc.of(message.body());
        if (body.text("lead") != null) {
            if (body.number("moved") != null) {
                changes.tell(body.required("lead"), body.number("moved"));
            }
            assign(body);
        } else {
            drainWaiting.drain(DrainWaiting.Request.fromDoc(body), today, clock.now().plus(DRAIN)).forEach(this::tell);
        }
    }

    /**
     * Where many leads take turns in one group at once, some lose every round. They come again after a moment, since a message that
     * fails stays hidden for longer than a rep should wait.
     */
    private void assign(Doc body) {
        try {
            tell(assignLead.assign(body.required("lead"), today));
        } catch (Rounds.Rivals rivals) {
            var times = body.number("again", 0) + 1;
            if (times > MOST_AGAIN) {
                throw rivals;
            }
            queue.send(Queue.Channel.LEADS_SCORED, Doc.build().put("lead", body.required("lead")).put("trace", body.text("trace"))
                    .put("again", times).done(), AGAIN);
            telemetry().log(Telemetry.Level.INFO, "again", Field.LEAD.is(body.required("lead")), Field.ATTEMPT.is(times));
        }
    }

    private void tell(AssignLead.Assigned assigned) {
        switch (assigned) {
            case AssignLead.Assigned.Owned(var lead, var decision) when decision != null -> {
                telemetry().count(Metric.DECISIONS, decision.rule());
                telemetry().measure(Metric.AGE_AT_STAGE, "assignment", Duration.between(lead.createdAt(), clock.now()));
                telemetry().log(Telemetry.Level.INFO, "assigned", Field.LEAD.is(lead.id()), Field.STAFF.is(lead.owner()),
                        Field.RULE.is(decision.rule()), Field.STRATEGY.is(decision.strategy()),
                        Field.VERSION.is(decision.rulebookVersion()), Field.TRACE.is(lead.trace()));
            }
            case AssignLead.Assigned.Owned(var lead, var before) ->
                    telemetry().log(Telemetry.Level.INFO, "assigned-before", Field.LEAD.is(lead.id()), Field.TRACE.is(lead.trace()));
            case AssignLead.Assigned.Pooled(var lead, var decision) -> {
                telemetry().count(Metric.DECISIONS, decision.rule());
                telemetry().log(Telemetry.Level.INFO, "pooled", Field.LEAD.is(lead.id()), Field.RULE.is(decision.rule()),
                        Field.TRACE.is(lead.trace()));
            }
            case AssignLead.Assigned.Waits(var lead, var failure, var fresh) -> {
                if (fresh) {
                    telemetry().count(Metric.WAITING, failure);
                    telemetry().count(Metric.REFUSED, failure);
                    telemetry().log(Telemetry.Level.WARN, "waiting", Field.LEAD.is(lead.id()), Field.REASON.is(failure),
                            Field.TRACE.is(lead.trace()));
                }
            }
            case AssignLead.Assigned.NotAssignable(var id) ->
                    telemetry().log(Telemetry.Level.INFO, "not-assignable", Field.LEAD.is(id));
        }
    }
}
