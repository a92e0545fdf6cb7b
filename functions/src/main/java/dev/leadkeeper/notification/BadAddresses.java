package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which channels said lately that they will never reach somebody as they are configured, for the daily check. */
final class BadAddresses {
    private static final String KIND = "address-dead";
    /** So that the next daily check sees it even if it comes late; when nothing more is said, it is over. */
    private static final Duration KEPT = Duration.ofHours(26);

    private final Store store;

    BadAddresses(Store store) {
        this.store = store;
    }

    /** @param because the outcome's word, without personal data */
    record Bad(String staff, String channel, String because, Instant at) {}

    void note(String staff, String channel, String because, Instant at) {
        var key = Key.of(Table.SIGNALS, KIND, staff + "#" + channel);
        var item = Doc.build().put("staff", staff).put("channel", channel).put("because", because).put("at", at)
                .put(Table.EXPIRES, at.plus(KEPT).getEpochSecond()).done();
        item.putAll(key.attributes());
        store.write(new Write.Put(key, item, Condition.NONE));
    }

    /** Of the last {@link #KEPT} hours, in the order of people. */
    List<Bad> since(Instant now) {
        var found = new ArrayList<Bad>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.SIGNALS, KIND, null, false, 1000, after));
            page.items().stream().map(Doc::of).map(doc -> new Bad(doc.required("staff"), doc.required("channel"), doc.required("because"), doc.instant("at")))
                    .filter(bad -> bad.at().plus(KEPT).isAfter(now)).forEach(found::add);
            after = page.next();
        } while (after != null);
        return found;
    }
}
