package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Notices that did not arrive at once, to be seen: those that are still tried, and those that reached nobody. One that arrives at
 * the first attempt is never written here.
 */
public final class OpenNotices {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;

    public OpenNotices(Store store) {
        this.store = store;
    }

    /** Which list. */
    public enum State {
        /** Still tried. */
        PENDING("notice-pending"),
        /** Reached nobody on any channel. */
        UNDELIVERED("notice-undelivered");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }
    }

    /**
     * @param since   when the cause happened
     * @param waits   for what: {@code another-attempt}, {@code next-channel} or {@code room}; {@code nobody} for one that reached nobody
     * @param at      when that was or will be
     * @param channel the channel that is or was tried last, {@code null} if there is none
     * @param told    those who can help
     */
    public record Open(String notice, String kind, String recipient, String lead, Sentence title, Instant since, String waits, Instant at,
                       String channel, List<String> told) {
        public static Open of(Notice notice, Instant since, String waits, Instant at, String channel, List<String> told) {
            return new Open(notice.id(), notice.kind(), notice.recipient(), notice.lead(), notice.title(), since, waits, at, channel, told);
        }
    }

    /** @param next the cursor of the next page, {@code null} at the end */
    public record Page(List<Open> notices, String next) {
        public Page {
            notices = List.copyOf(notices);
        }
    }

    /** Lists it, or says anew what it waits for. @param now for how long it stays at most */
    public void list(State state, Open open, Instant now) {
        var key = key(state, open.recipient(), open.notice());
        var item = Doc.build().put("notice", open.notice()).put("about", open.kind()).put("recipient", open.recipient()).put("lead", open.lead())
                .put("title", SentenceCodec.toDoc(open.title())).put("since", open.since()).put("waits", open.waits()).put("at", open.at())
                .put("channel", open.channel()).putAll("told", open.told()).put(Table.EXPIRES, now.plus(KEPT).getEpochSecond()).done();
        item.putAll(key.attributes());
        store.write(new Write.Put(key, item, Condition.NONE));
    }

    /** It is not tried any more. */
    public void arrived(Notice notice) {
        store.write(new Write.Delete(key(State.PENDING, notice.recipient(), notice.id()), Condition.NONE));
    }

    /** @param recipient staff id, {@code null} for all */
    public Page page(State state, String recipient, int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, state.kind, recipient == null ? null : recipient + "#", false, limit, after));
        return new Page(page.items().stream().map(Doc::of).map(doc -> new Open(doc.required("notice"), doc.required("about"), doc.required("recipient"),
                doc.text("lead"), SentenceCodec.fromDoc(doc.doc("title")), doc.instant("since"), doc.required("waits"), doc.instant("at"),
                doc.text("channel"), doc.texts("told"))).toList(), page.next());
    }

    private static Key key(State state, String recipient, String notice) {
        return Key.of(Table.SIGNALS, state.kind, recipient + "#" + LeadId.base32(LeadId.sha256(notice)));
    }
}
