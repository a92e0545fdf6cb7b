package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Receipts of attempts: on the lead's timeline, or, where the notice is about no lead, among the signals for a while. */
public final class Receipts {
    private static final String KIND = "notice";
    private static final String BY = "system";
    private static final String UNDELIVERED = "undelivered";
    private static final Set<String> EVENTS = Set.of(Receipt.NOTIFIED, Receipt.ATTEMPTED);
    private static final Set<String> SETTLED = Set.of(Receipt.NOTIFIED, UNDELIVERED);
    /** How long receipts without a lead stay: longer than any message lives in a queue or its dead-letter queue. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Store store;
    private final Timelines timelines;
    private final Clock clock;

    public Receipts(Store store, Clock clock) {
        this.store = store;
        this.timelines = new Timelines(store, clock);
        this.clock = clock;
    }

    /** What is known of an attempt before it is made. */
    sealed interface Past {
        /** Nothing; {@code history} is the lead's, empty if there is none. */
        record Nothing(List<TimelineEvent> history) implements Past {
            public Nothing {
                history = List.copyOf(history);
            }
        }

        /** It was made before and came to this. */
        record Attempted(Outcome outcome) implements Past {}

        /** Nothing is left to do about its notice, because of another attempt. */
        record Settled() implements Past {}
    }

    /** Looks whether this very attempt was made before. */
    Past past(NoticeMessage message) {
        var notice = message.notice();
        var key = Receipt.key(notice.id(), message.step(), message.attempt());
        var history = notice.lead() == null ? List.<TimelineEvent>of() : timelines.of(notice.lead());
        if (!history.isEmpty()) {
            return timelines.find(notice.lead(), history, event -> isReceipt(event, key) || settles(event, notice))
                    .<Past>map(event -> isReceipt(event, key) ? new Past.Attempted(read(event).again()) : new Past.Settled())
                    .orElse(new Past.Nothing(history));
        }
        return store.get(Key.of(Table.SIGNALS, KIND, key)).<Past>map(item -> new Past.Attempted(Receipt.fromDoc(Doc.of(item)).again()))
                .orElse(new Past.Nothing(history));
    }

    /**
     * Keeps the receipt, unless the same attempt has one already, which then is the one that counts.
     *
     * @param lead    the lead that the notice is about, or {@code null}
     * @param history the lead's as it was before the attempt, empty if there is none
     */
    Receipt keep(String lead, List<TimelineEvent> history, Receipt receipt) {
        var onTimeline = history.isEmpty() ? Optional.<TimelineEvent>empty()
                : timelines.appendOnce(lead, history, receipt.event(), BY, receipt.toDoc(), event -> isReceipt(event, receipt.key()));
        return onTimeline.map(Receipts::read).orElseGet(() -> keepAmongSignals(receipt));
    }

    /** Whether the recipient was reached, or everybody who can help has been told: nothing is left to do about the notice. */
    boolean settled(Notice notice) {
        return notice.lead() == null ? reached(notice.id())
                : timelines.find(notice.lead(), event -> settles(event, notice)).isPresent();
    }

    private static boolean settles(TimelineEvent event, Notice notice) {
        return SETTLED.contains(event.type()) && notice.id().equals(event.data().get("notice"));
    }

    private boolean reached(String notice) {
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.SIGNALS, KIND, notice + "#", false, 1000, after));
            if (page.items().stream().map(item -> Receipt.fromDoc(Doc.of(item))).anyMatch(each -> each.event().equals(Receipt.NOTIFIED))) {
                return true;
            }
            after = page.next();
        } while (after != null);
        return false;
    }

    /** Notes that no channel of the recipient worked. */
    void undelivered(String lead, String notice, String recipient, List<String> told) {
        if (lead != null) {
            timelines.appendOnce(lead, UNDELIVERED, BY, Map.of("notice", notice, "recipient", recipient, "told", told),
                    event -> event.type().equals(UNDELIVERED) && notice.equals(event.data().get("notice")));
        }
    }

    private Receipt keepAmongSignals(Receipt receipt) {
        var item = receipt.toDoc();
        var key = Key.of(Table.SIGNALS, KIND, receipt.key());
        item.putAll(Map.of("kind", KIND, "id", receipt.key(),
                Table.EXPIRES, clock.now().plus(KEPT).getEpochSecond()));
        return switch (store.write(new Write.Put(key, item, Condition.missing("kind")))) {
            case Store.WriteResult.Written _ -> receipt;
            case Store.WriteResult.Refused refused -> refused.current().map(kept -> Receipt.fromDoc(Doc.of(kept))).orElse(receipt);
        };
    }

    private static boolean isReceipt(TimelineEvent event, String key) {
        return EVENTS.contains(event.type()) && read(event).key().equals(key);
    }

    private static Receipt read(TimelineEvent event) {
        return Receipt.fromDoc(Doc.of(event.data()));
    }
}
