package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.NoticeCodec;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Notices that came when they were not wanted and are owed to somebody later: one item for each, and for each person and time
 * an entry in the order of time, so that a sweep reads only what is due. The item is written first and the entry then counts it,
 * so that whoever has dealt with all items may drop the entry only if it counts no more of them.
 */
public final class HeldNotices {
    static final String HELD = "notice-held";
    static final String DUE = "notice-due";
    /** Longer than a tick may run: whoever has not finished by then has died. */
    private static final Duration TAKEN = Duration.ofSeconds(50);

    private final Store store;

    public HeldNotices(Store store) {
        this.store = store;
    }

    /** What a notice waits for. */
    public enum Why {
        /** For the end of its recipient's quiet hours. */
        QUIET_HOURS,
        /** For its recipient's next digest. */
        DIGEST,
        /** For the end of a time in which more came than anybody reads. */
        FLOOD;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Why of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * @param message what is sent when the time has come, as the queue takes it
     * @param since   when the cause happened
     */
    public record Held(Notice notice, Instant since, Why why, Instant until, Map<String, Object> message) {}

    /** @param next the cursor of the next page, {@code null} at the end */
    public record Page(List<Held> held, String next) {
        public Page {
            held = List.copyOf(held);
        }
    }

    /**
     * Something is owed to this person since this time.
     *
     * @param count   how often something was added to the entry
     * @param takenAt when a sweep took it, epoch milliseconds; {@code null} if none has
     * @param bundle  what that sweep made of it, {@code null} if it has not come so far
     */
    public record Due(String recipient, Instant at, long count, Long takenAt, Bundle bundle) {
        private Key key() {
            return Key.of(Table.SIGNALS, DUE, millis(at) + "#" + recipient);
        }
    }

    /**
     * What becomes of the notices that are due to somebody: written down before it is done, so that whoever goes on after a crash
     * does the same.
     *
     * @param count   of the entry when it was made
     * @param digest  the notice that stands for several, {@code null} for none
     * @param parts   what the digest is made of
     * @param singles ids of those that go out one by one
     */
    public record Bundle(long count, Notice digest, List<Part> parts, List<String> singles) {
        public Bundle {
            parts = List.copyOf(parts);
            singles = List.copyOf(singles);
        }
    }

    /** @param lead the lead that the notice is about, {@code null} for none */
    public record Part(String notice, String lead) {}

    /** Keeps a notice for later; one that is kept already stays as it is. @return as kept */
    public Held hold(Held wanted) {
        var notice = wanted.notice();
        var item = Doc.build()
                .put("notice", NoticeCodec.toDoc(notice))
                .put("since", wanted.since())
                .put("why", wanted.why().word())
                .put("until", wanted.until())
                .put("message", wanted.message())
                .done();
        item.putAll(key(notice).attributes());
        var kept = switch (store.write(new Write.Put(key(notice), item, Condition.missing("kind")))) {
            case Store.WriteResult.Written _ -> wanted;
            case Store.WriteResult.Refused refused -> refused.current().map(HeldNotices::read).orElse(wanted);
        };
        count(kept);
        return kept;
    }

    /** The same notice if it is kept. */
    public Optional<Held> find(Notice notice) {
        return store.get(key(notice)).map(HeldNotices::read);
    }

    /** Makes sure that a kept notice is counted: whoever kept it may have died in between. */
    public void count(Held held) {
        store.write(new Write.Update(Key.of(Table.SIGNALS, DUE, millis(held.until()) + "#" + held.notice().recipient()),
                List.of(Change.add("n", 1), Change.set("recipient", held.notice().recipient())), Condition.NONE));
    }

    /** What is kept for everybody, or for one person. @param recipient staff id, {@code null} for all; 1–1000 a page */
    public Page page(String recipient, int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, HELD, recipient == null ? null : recipient + "#", false, limit, after));
        return new Page(page.items().stream().map(HeldNotices::read).toList(), page.next());
    }

    /** What is kept for one person until this time or an earlier one, at most so many. */
    public List<Held> until(String recipient, Instant time, int most) {
        var found = new ArrayList<Held>();
        String after = null;
        do {
            var page = page(recipient, 1000, after);
            page.held().stream().filter(held -> !held.until().isAfter(time)).limit(most - found.size()).forEach(found::add);
            after = page.next();
        } while (after != null && found.size() < most);
        return found;
    }

    /** Nothing is owed of this notice any more. */
    public void settle(String recipient, String notice) {
        store.write(new Write.Delete(key(recipient, notice), Condition.NONE));
    }

    /** To whom something has been owed since now or before, the longest first; at most so many, 1–1000. */
    public List<Due> due(Instant now, int limit) {
        var end = millis(now) + "$"; // sorts behind every entry of this millisecond: '#' is before '$'
        return store.query(new Store.Query(Table.SIGNALS, DUE, null, false, limit, null)).items().stream()
                .filter(item -> item.get("id").toString().compareTo(end) < 0).map(HeldNotices::due).toList();
    }

    /** Takes an entry, so that of two ticks at once one deals with it; empty if somebody else has it. */
    public Optional<Due> take(Due due, Instant now) {
        var free = Condition.all(Condition.exists("kind"), Condition.any(Condition.missing("takenAt"),
                Condition.below("takenAt", now.minus(TAKEN).toEpochMilli())));
        return written(due, List.of(Change.set("takenAt", now.toEpochMilli())), free);
    }

    /** Writes down what is to be done about a taken entry; empty if somebody else has taken it since. */
    public Optional<Due> bundle(Due due, Bundle bundle) {
        var doc = Doc.build()
                .put("count", bundle.count())
                .put("digest", bundle.digest() == null ? null : NoticeCodec.toDoc(bundle.digest()))
                .put("parts", bundle.parts().stream().map(part -> Doc.build().put("notice", part.notice()).put("lead", part.lead()).done()).toList())
                .put("singles", bundle.singles())
                .done();
        return written(due, List.of(Change.set("bundle", doc)), Condition.all(mine(due), Condition.missing("bundle")));
    }

    /** Drops an entry whose bundle is dealt with, unless more has come since the bundle was made: that is for the next sweep. */
    public void done(Due due, boolean more) {
        var dropped = !more && store.write(new Write.Delete(due.key(), Condition.all(mine(due), Condition.equal("n", due.bundle().count()))))
                instanceof Store.WriteResult.Written;
        if (!dropped) {
            written(due, List.of(Change.remove("bundle"), Change.remove("takenAt")), mine(due));
        }
    }

    private static Condition mine(Due due) {
        return Condition.equal("takenAt", due.takenAt());
    }

    private Optional<Due> written(Due due, List<Change> changes, Condition condition) {
        return switch (store.write(new Write.Update(due.key(), changes, condition))) {
            case Store.WriteResult.Written(var item) -> Optional.of(due(item));
            case Store.WriteResult.Refused _ -> Optional.empty();
        };
    }

    private static Due due(Map<String, Object> entry) {
        var item = Doc.of(entry);
        var bundle = item.doc("bundle");
        return new Due(item.required("recipient"), Instant.ofEpochMilli(Long.parseLong(item.required("id").substring(0, 15))), item.number("n", 0),
                item.number("takenAt"), bundle == null ? null : new Bundle(bundle.number("count", 0),
                bundle.doc("digest") == null ? null : NoticeCodec.fromDoc(bundle.doc("digest")),
                bundle.list("parts", each -> new Part(Doc.ofValue(each).required("notice"), Doc.ofValue(each).text("lead"))), bundle.texts("singles")));
    }

    private static Held read(Map<String, Object> item) {
        var doc = Doc.of(item);
        return new Held(NoticeCodec.fromDoc(doc.doc("notice")), doc.instant("since"), Why.of(doc.required("why")), doc.instant("until"),
                new HashMap<>(doc.map("message")));
    }

    private static Key key(Notice notice) {
        return key(notice.recipient(), notice.id());
    }

    private static Key key(String recipient, String notice) {
        return Key.of(Table.SIGNALS, HELD, recipient + "#" + LeadId.base32(LeadId.sha256(notice)));
    }

    /** Always with milliseconds, so that text order is time order. */
    private static String millis(Instant at) {
        return "%015d".formatted(at.toEpochMilli());
    }
}
