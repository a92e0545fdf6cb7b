package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Receipts of attempts: on the lead's timeline, or, where the notice is about no lead, among the signals for a while. */
public final class Receipts {
    private static final String KIND = Settlements.KIND;
    private static final String BY = "system";
    private static final Set<String> EVENTS = Set.of(Receipt.NOTIFIED, Receipt.ATTEMPTED);

    private final Store store;
    private final Timelines timelines;
    private final Settlements settlements;
    private final Clock clock;

    public Receipts(Store store, Clock clock) {
        this.store = store;
        this.timelines = new Timelines(store, clock);
        this.settlements = new Settlements(store, clock);
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
            return timelines.find(notice.lead(), history, event -> isReceipt(event, key) || Settlements.settles(event, notice.id()))
                    .<Past>map(event -> history.stream().anyMatch(each -> Settlements.settles(each, notice.id())) ? new Past.Settled()
                            : new Past.Attempted(read(event).again()))
                    .orElse(new Past.Nothing(history));
        }
        return amongSignals(notice.id(), key);
    }

    private Past amongSignals(String notice, String key) {
        var known = settlements.items(notice);
        if (known.stream().anyMatch(Settlements::settles)) {
            return new Past.Settled();
        }
        return known.stream().filter(item -> key.equals(item.text("id"))).findFirst()
                .<Past>map(item -> new Past.Attempted(Receipt.fromDoc(item).again())).orElse(new Past.Nothing(List.of()));
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

    private Receipt keepAmongSignals(Receipt receipt) {
        var item = receipt.toDoc();
        var key = Key.of(Table.SIGNALS, KIND, receipt.key());
        item.putAll(Map.of("kind", KIND, "id", receipt.key(),
                Table.EXPIRES, clock.now().plus(Settlements.KEPT).getEpochSecond()));
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
