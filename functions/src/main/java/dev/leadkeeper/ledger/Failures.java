package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why leads could not be assigned as the rules meant (AS8), counted per day and reason; a {@link dev.leadkeeper.lead.Refusal}'s word. */
public final class Failures {
    private static final String KIND = "failure";
    /** Counts are kept a quarter longer than any report looks back. */
    private static final Duration KEPT = Duration.ofDays(120);

    private final Store store;
    private final Clock clock;

    public Failures(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param reason a refusal's word */
    public record Count(String reason, long count) {}

    /** Counts one more. */
    public void count(String reason) {
        var now = clock.now();
        var id = LocalDate.ofInstant(now, Ownership.ZONE) + "#" + reason;
        store.write(new Write.Update(Key.of(Table.SIGNALS, KIND, id), List.of(Change.add("count", 1),
                Change.set("reason", reason), Change.set(Table.EXPIRES, now.plus(KEPT).getEpochSecond())), Condition.NONE));
    }

    /** The most frequent reasons of the last days, today included. */
    public List<Count> top(int most, int days) {
        var from = LocalDate.ofInstant(clock.now(), Ownership.ZONE).minusDays(days - 1L).toString();
        Map<String, Long> sums = new HashMap<>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.SIGNALS, KIND, null, true, 1000, after));
            for (var item : page.items()) {
                var doc = Doc.of(item);
                if (doc.required("id").compareTo(from) >= 0) {
                    sums.merge(doc.required("reason"), doc.number("count", 0), Long::sum);
                }
            }
            after = page.next();
        } while (after != null);
        return sums.entrySet().stream().map(each -> new Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Count::count).reversed().thenComparing(Count::reason)).limit(most).toList();
    }
}
