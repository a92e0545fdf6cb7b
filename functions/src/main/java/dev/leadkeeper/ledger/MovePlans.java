package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody was shown that would become of many leads, kept under the hash of exactly that. Carrying out a plan does what it
 * says and nothing else; begun, it may be finished later.
 */
public final class MovePlans {
    /** A plan that is older than this shows a world that is gone. */
    public static final Duration VALID = Duration.ofMinutes(15);

    private static final String KIND = "move-plan";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String NO_KEY = "-";

    private final Store store;
    private final Clock clock;

    public MovePlans(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One lead of a plan.
     *
     * @param revision the lead's, as shown
     * @param from     its owner as shown, {@code null} for nobody
     * @param to       who is to get it, {@code null} where the rules decide
     */
    public record Move(String lead, long revision, String from, String to) {}

    /**
     * @param id     hash of all the rest
     * @param what   what is to be done with each lead, such as {@code reassign}
     * @param by     staff id of who was shown it and alone may carry it out
     * @param until  until when it may be begun
     * @param begun  whether it was
     */
    public record Plan(String id, String what, String by, MoveReason reason, Instant until, List<Move> moves, boolean begun) {
        public Plan {
            moves = List.copyOf(moves);
        }
    }

    /** Keeps a plan. */
    public Plan keep(String what, String by, MoveReason reason, List<Move> moves) {
        var until = clock.now().plus(VALID);
        var doc = Doc.build().put("what", what).put("by", by).put("reason", reason.word()).put("until", until.toString())
                .put("moves", moves.stream().map(MovePlans::move).toList()).done();
        var id = LeadId.base32(LeadId.sha256(CanonicalJson.write(doc)));
        store.write(new Write.Put(key(id), Doc.build().put("kind", KIND).put("id", id).put("doc", Json.write(doc))
                .put(Table.EXPIRES, until.plus(KEPT).getEpochSecond()).done(), Condition.missing("kind")));
        return new Plan(id, what, by, reason, until, moves, false);
    }

    /** The plan with this id, if there is one. */
    public Optional<Plan> find(String id) {
        return id.matches("[a-z2-7]{26}") ? store.get(key(id)).map(Doc::of).map(item -> plan(id, item)) : Optional.empty();
    }

    /**
     * Begins a plan, or goes on with it.
     *
     * @param key tells who repeats a request from who makes another one, {@code null} where the plan alone does
     * @return whether it may be carried out; not if it was begun under another key
     */
    public boolean begin(Plan plan, String key) {
        var mine = key == null ? NO_KEY : key;
        return store.write(new Write.Update(key(plan.id()), List.of(Change.set("begun", mine)), Condition.all(Condition.exists("kind"),
                Condition.any(Condition.missing("begun"), Condition.equal("begun", mine))))) instanceof Store.WriteResult.Written;
    }

    private static Plan plan(String id, Doc item) {
        var doc = Doc.of(Json.readOwn(item.required("doc")));
        return new Plan(id, doc.required("what"), doc.required("by"), MoveReason.of(doc.required("reason")).orElseThrow(), doc.instant("until"),
                doc.list("moves", each -> move(Doc.ofValue(each))), item.text("begun") != null);
    }

    private static Map<String, Object> move(Move move) {
        return Doc.build().put("lead", move.lead()).put("revision", move.revision()).put("from", move.from()).put("to", move.to()).done();
    }

    private static Move move(Doc doc) {
        return new Move(doc.required("lead"), doc.number("revision"), doc.text("from"), doc.text("to"));
    }

    private static Key key(String id) {
        return Key.of(Table.SIGNALS, KIND, id);
    }
}
