package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What falls due of leads. Finding it reads what is due and nothing else; each timer fires in one transaction that is conditioned
 * on the lead as it was seen, so that it fires once, and never after something that made it pointless.
 */
public final class DueTimers {
    private final Store store;
    private final Transactions transactions;
    private final Clock clock;

    public DueTimers(Store store, Clock clock) {
        this.store = store;
        this.transactions = new Transactions(store, clock);
        this.clock = clock;
    }

    /** A lead whose next timer was due at that moment, as of a moment ago. */
    public record Entry(String lead, Instant at) {}

    /**
     * What has been due in a lane for so long, oldest first.
     *
     * @param most of it, 1–1000
     */
    public List<Entry> due(Timer.Lane lane, Duration since, int most) {
        var upTo = WatchCodec.dueAt(clock.now().minus(since));
        var due = new ArrayList<Entry>();
        for (var shard : WatchCodec.lanes(lane)) {
            String after = null;
            do {
                var page = store.query(new Store.IndexQuery(Index.DUE, shard, upTo, false, most, after));
                page.items().stream().map(Doc::of).map(item -> new Entry(item.required("id"), WatchCodec.dueAt(item.required("dueAt")))).forEach(due::add);
                after = page.items().size() < most ? page.next() : null; // a page may be short and still have a next one
            } while (after != null);
        }
        due.sort(Comparator.comparing(Entry::at).thenComparing(Entry::lead));
        return due.size() <= most ? due : List.copyOf(due.subList(0, most));
    }

    /** The lead after a timer fired, and the event that says so. */
    public record Fired(Lead lead, TimelineEvent event) {}

    /** What it says of every timer: when it was due, whose the lead was, and the message that let it fire. */
    private static Map<String, Object> data(Lead lead, Instant due, String cause, Map<String, Object> more) {
        var data = new HashMap<>(more);
        data.putAll(Doc.build().put("due", due).put("owner", lead.owner()).put("team", lead.watch().team().isEmpty() ? null : lead.watch().team())
                .put("cause", cause).done());
        return data;
    }

    /** Nothing but the telling follows from it. @return empty if the lead was not as seen */
    public Optional<Fired> told(Lead seen, Timer timer, String type, String cause) {
        return fire(seen, seen.but().settled(timer).done(), timer, type, cause, Map.of());
    }

    /** The response lock is over and nobody made contact; it counts against the owner's week, whose days begin there. @return empty if the lead was not as seen */
    public Optional<Fired> missed(Lead seen, ZoneId zone, String cause) {
        return fire(seen, seen.but().settled(Timer.ESCALATE).done(), Timer.ESCALATE, "response-breached", cause, Map.of(),
                List.of(Compliance.missed(seen, clock.now(), zone)));
    }

    /** The opportunity stands still from now on. @return empty if the lead was not as seen */
    public Optional<Fired> frozen(Lead seen, String cause) {
        return fire(seen, seen.but().settled(Timer.FREEZE).frozen(clock.now()).done(), Timer.FREEZE, "stage-frozen", cause, Map.of("stage", seen.stage()));
    }

    /** The customer is dormant from now on. @return empty if the lead was not as seen */
    public Optional<Fired> dormant(Lead seen, String cause) {
        return fire(seen, seen.but().settled(Timer.DORMANT).dormant(clock.now()).done(), Timer.DORMANT, "dormant", cause, Map.of());
    }

    /** Its message is sent again, and once more at that moment if it is still on its way then. @return empty if the lead was not as seen */
    public Optional<Fired> resent(Lead seen, Instant again, String cause) {
        var timers = new HashMap<>(seen.watch().timers());
        timers.put(Timer.RESEND, again);
        return fire(seen, seen.but().due(timers).done(), Timer.RESEND, "resent", cause, Map.of());
    }

    /**
     * The rules or the calendar have changed, and with them what falls due when.
     *
     * @param planned the same lead with the timers as they are now
     * @return empty if the lead was not as seen
     */
    public Optional<Fired> replanned(Lead seen, Lead planned, String cause) {
        var step = Step.aside(seen, planned, "deadlines-replanned", clock.now(), Doc.build().put("cause", cause).put("owner", seen.owner()).done());
        return transactions.commit(step, List.of()) ? Optional.of(new Fired(step.after(), step.event())) : Optional.empty();
    }

    /**
     * The owner's last real activity was another than the lead knew: evidence came, or a record was rejected.
     *
     * @param at {@code null} if there is none
     * @return empty if the lead was not as seen
     */
    public Optional<Fired> acted(Lead seen, Instant at, Planner planner) {
        var step = Step.aside(seen, planner.planned(seen.but().acted(at).done()), "activity-counted", clock.now(),
                Doc.build().put("last", at).put("owner", seen.owner()).put("woken", seen.watch().dormantAt() != null && at != null ? true : null).done());
        return transactions.commit(step, List.of()) ? Optional.of(new Fired(step.after(), step.event())) : Optional.empty();
    }

    private Optional<Fired> fire(Lead seen, Lead after, Timer timer, String type, String cause, Map<String, Object> more) {
        return fire(seen, after, timer, type, cause, more, List.of());
    }

    private Optional<Fired> fire(Lead seen, Lead after, Timer timer, String type, String cause, Map<String, Object> more, List<Write> with) {
        var step = Step.aside(seen, after, type, clock.now(), data(seen, seen.watch().at(timer), cause, more));
        return transactions.commit(step, with) ? Optional.of(new Fired(step.after(), step.event())) : Optional.empty();
    }
}
