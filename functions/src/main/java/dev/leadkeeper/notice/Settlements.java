package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What settles a notice, so that nothing is left to do about it: somebody was reached, it is part of a digest, or it reached
 * nobody and those who can help know. On the lead's timeline, or, where it is about no lead, among the signals for a while.
 */
public final class Settlements {
    /** The event when somebody was reached. */
    public static final String NOTIFIED = "notified";
    /** The event when a notice became part of a digest; the digest is a notice of its own, with receipts of its own. */
    public static final String DIGESTED = "notice-digested";
    /** The event when no channel of the recipient worked. */
    public static final String UNDELIVERED = "undelivered";
    /** Kind of the signals that hold receipts of notices about no lead; their ids begin with the notice's. */
    public static final String KIND = "notice";
    /** How long receipts without a lead stay: longer than any message lives in a queue or its dead-letter queue. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final String BY = "system";
    private static final Set<String> EVENTS = Set.of(NOTIFIED, DIGESTED, UNDELIVERED);

    private final Store store;
    private final Timelines timelines;
    private final Clock clock;

    public Settlements(Store store, Clock clock) {
        this.store = store;
        this.timelines = new Timelines(store, clock);
        this.clock = clock;
    }

    /** Whether an event of a lead's history settles this notice. */
    public static boolean settles(TimelineEvent event, String notice) {
        return EVENTS.contains(event.type()) && notice.equals(event.data().get("notice"));
    }

    /** Whether nothing is left to do about the notice. */
    public boolean settled(Notice notice) {
        return settled(notice.id(), notice.lead());
    }

    /** @param lead the lead that the notice is about, or {@code null} */
    public boolean settled(String notice, String lead) {
        return settled(notice, lead, EVENTS);
    }

    /** Whether somebody was reached by the notice. */
    public boolean reached(String notice, String lead) {
        return settled(notice, lead, Set.of(NOTIFIED));
    }

    private boolean settled(String notice, String lead, Set<String> how) {
        var history = lead == null ? List.<TimelineEvent>of() : timelines.of(lead);
        return history.isEmpty() ? settledWithoutLead(notice, how)
                : timelines.find(lead, history, event -> how.contains(event.type()) && settles(event, notice)).isPresent();
    }

    private boolean settledWithoutLead(String notice, Set<String> how) {
        return items(notice).stream().anyMatch(item -> how.contains(settlement(item)));
    }

    /** Receipts and settlements of a notice about no lead. */
    public List<Doc> items(String notice) {
        var all = new ArrayList<Doc>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.SIGNALS, KIND, notice + "#", false, 1000, after));
            page.items().forEach(item -> all.add(Doc.of(item)));
            after = page.next();
        } while (after != null);
        return all;
    }

    /** Whether such an item settles its notice. */
    public static boolean settles(Doc item) {
        return EVENTS.contains(settlement(item));
    }

    private static String settlement(Doc item) {
        return item.text("settled") != null ? item.text("settled") : "sent".equals(item.text("outcome")) ? NOTIFIED : "";
    }

    /** Notes that the notice is part of a digest, unless something else settled it before. */
    public void digested(String notice, String lead, String recipient, String digest) {
        settle(DIGESTED, notice, lead, Map.of("notice", notice, "recipient", recipient, "digest", digest));
    }

    /**
     * Notes that no channel of the recipient worked, unless something else settled the notice before.
     *
     * @param told those who can help
     * @param rung how far up they stand
     */
    public void undelivered(Notice notice, List<String> told, String rung) {
        settle(UNDELIVERED, notice.id(), notice.lead(), Map.of("notice", notice.id(), "recipient", notice.recipient(), "told", told, "rung", rung));
    }

    private void settle(String event, String notice, String lead, Map<String, Object> data) {
        // A lead that is not there has no timeline to write on; its notice is one about no lead then.
        var onTimeline = lead != null && timelines.appendOnce(lead, event, BY, data, each -> settles(each, notice)).isPresent();
        if (!onTimeline) {
            var key = key(notice, event);
            var item = new HashMap<>(data);
            item.putAll(key.attributes());
            item.putAll(Map.of("settled", event, Table.EXPIRES, clock.now().plus(KEPT).getEpochSecond()));
            store.write(new Write.Put(key, item, Condition.missing("kind")));
        }
    }

    private static Key key(String notice, String event) {
        return Key.of(Table.SIGNALS, KIND, notice + "#" + event);
    }
}
