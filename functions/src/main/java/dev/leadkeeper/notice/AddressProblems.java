package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ways to reach people that do not work, from the day on which they were found until they are mended. */
public final class AddressProblems {
    private static final String KIND = "address-problem";

    private final Store store;

    public AddressProblems(Store store) {
        this.store = store;
    }

    /**
     * @param id      the same for the same problem every day, such as {@code staff#xu-min#email#syntax}
     * @param staff   whom it concerns, {@code null} if it is a whole channel
     * @param channel the configured channel's name, {@code null} if it is none
     * @param reason  a word, such as {@code credential}
     * @param text    what is wrong and what to do; no address and no credential in it
     */
    public record Problem(String id, String staff, String channel, String reason, Sentence text) {}

    /** @param told whether admins know of it */
    public record Found(Problem problem, Instant since, boolean told) {}

    /** @param next the cursor of the next page, {@code null} at the end */
    public record Page(List<Found> problems, String next) {
        public Page {
            problems = List.copyOf(problems);
        }
    }

    /** Notes a problem; one that is known keeps its day. */
    public Found note(Problem problem, Instant now) {
        var key = Key.of(Table.SIGNALS, KIND, problem.id());
        var item = Doc.build().put("staff", problem.staff()).put("channel", problem.channel()).put("reason", problem.reason())
                .put("text", SentenceCodec.toDoc(problem.text())).put("since", now).done();
        item.putAll(key.attributes());
        return switch (store.write(new Write.Put(key, item, Condition.missing("kind")))) {
            case Store.WriteResult.Written _ -> new Found(problem, now, false);
            case Store.WriteResult.Refused refused -> refused.current().map(current -> read(Doc.of(current))).orElse(new Found(problem, now, false));
        };
    }

    /** The admins have been told. */
    public void told(Problem problem) {
        store.write(new Write.Update(Key.of(Table.SIGNALS, KIND, problem.id()), List.of(Change.set("told", true)), Condition.exists("kind")));
    }

    /** It is mended. */
    public void mended(Problem problem) {
        store.write(new Write.Delete(Key.of(Table.SIGNALS, KIND, problem.id()), Condition.NONE));
    }

    public Page page(int limit, String after) {
        var page = store.query(new Store.Query(Table.SIGNALS, KIND, null, false, limit, after));
        return new Page(page.items().stream().map(item -> read(Doc.of(item))).toList(), page.next());
    }

    /** All of them. */
    public List<Found> all() {
        var all = new ArrayList<Found>();
        String after = null;
        do {
            var page = page(1000, after);
            all.addAll(page.problems());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static Found read(Doc doc) {
        return new Found(new Problem(doc.required("id"), doc.text("staff"), doc.text("channel"), doc.required("reason"),
                SentenceCodec.fromDoc(doc.doc("text"))), doc.instant("since"), doc.flag("told"));
    }
}
