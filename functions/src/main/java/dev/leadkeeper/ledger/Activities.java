package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.ActivityCodec;
import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What reps recorded. Recording is one transaction with the lead; what becomes of the files is for {@link FileVerdicts}. */
public final class Activities {
    private final Store store;
    private final Transactions transactions;
    private final Rounds rounds;
    private final Planner planner;
    private final Clock clock;

    /** For those who record nothing. */
    public Activities(Store store, Clock clock, Ids ids) {
        this(store, Planner.NONE, clock, ids);
    }

    /** @param planner says when what falls due after a record */
    public Activities(Store store, Planner planner, Clock clock, Ids ids) {
        this.store = store;
        this.planner = planner;
        this.transactions = new Transactions(store, clock);
        this.rounds = new Rounds(clock, ids);
        this.clock = clock;
    }

    /** The activity, if there is one. */
    public Optional<Activity> find(String lead, String id) {
        return store.get(key(lead, id)).map(item -> ActivityCodec.fromDoc(Doc.of(item)));
    }

    /** Everything that was recorded of a lead, oldest first. */
    public List<Activity> of(String lead) {
        return of(store, lead);
    }

    /** The same for those who only read. */
    public static List<Activity> of(Store store, String lead) {
        var all = new ArrayList<Activity>();
        String after = null;
        do {
            var page = store.query(new Store.Query(Table.ACTIVITIES, lead, null, false, 1000, after));
            page.items().forEach(item -> all.add(ActivityCodec.fromDoc(Doc.of(item))));
            after = page.next();
        } while (after != null);
        all.sort(java.util.Comparator.comparing(Activity::at).thenComparing(Activity::id));
        return all;
    }

    /** What became of an attempt to record an activity. */
    public sealed interface Recorded {
        /** It stands, with the lead as it is after it. */
        record Done(Lead lead, Activity activity) implements Recorded {}

        /** It stood already under this id: the same request came before. */
        record Before(Activity activity) implements Recorded {}

        /** Another request was recorded under this id. */
        record Another(Activity activity) implements Recorded {}

        /** The lead is not as it was seen: look at it again. */
        record LeadChanged() implements Recorded {}
    }

    /**
     * Records an activity. The first one of an owned lead stops the response clock in the same transaction: the owner has
     * one lead less that nobody followed up.
     *
     * @param seen       the lead as it was seen
     * @param firstStage the stage that an opportunity begins in
     */
    public Recorded record(Lead seen, Activity activity, String firstStage) {
        return record(seen, activity, firstStage, new Follows(null, null, true, null));
    }

    /**
     * What comes with an activity in the same transaction.
     *
     * @param todo      something that follows for somebody to do, or {@code null}
     * @param filesBy   when the declared files must have come, {@code null} where none is declared
     * @param real      whether it needs no evidence that is still to come, and so sets the clock back at once
     * @param keptUntil until when it promises the customer to wait, or {@code null}
     */
    public record Follows(Todos.Todo todo, Instant filesBy, boolean real, Instant keptUntil) {}

    /** The same, and with it what follows. */
    public Recorded record(Lead seen, Activity drafted, String firstStage, Follows follows) {
        var activity = drafted.under(seen.revision() + 1);
        var first = Endings.isOpen(seen);
        var draft = seen.but();
        if (first) {
            draft.contacted(activity.at(), firstStage);
        }
        if (follows.real() && activity.staff().equals(seen.owner())) {
            draft.acted(lastActed(seen, activity.at()));
        }
        if (follows.keptUntil() != null && activity.staff().equals(seen.owner())) {
            draft.kept(follows.keptUntil());
        }
        var after = draft.done();
        var type = activity.type().equals(Activity.CHECK_IN) ? "contacted" : "activity-recorded";
        var data = data(activity);
        if (seen.watch().dormantAt() != null && after.watch().dormantAt() == null) {
            data.put("woken", true);
        }
        var step = Step.next(seen, planner.planned(after), type, activity.at(), activity.staff(), data);
        var writes = new ArrayList<Write>();
        writes.add(new Write.Put(key(activity.lead(), activity.id()), ActivityCodec.toDoc(activity), Condition.missing("lead")));
        if (first) {
            writes.add(Endings.followedUp(seen));
            writes.addAll(Compliance.answered(seen, activity.at(), planner));
        }
        writes.addAll(Tagged.entries(activity));
        if (follows.todo() != null) {
            writes.add(Todos.write(follows.todo()));
        }
        if (follows.filesBy() != null) {
            writes.add(Uploads.expected(activity, follows.filesBy()));
        }
        var result = transactions.transact(step, writes);
        return switch (result) {
            case Store.TransactResult.Committed() -> new Recorded.Done(step.after(), activity);
            case Store.TransactResult.Cancelled(var verdicts) -> switch (verdicts.get(2)) {
                case Store.Verdict.ConditionFailed _ -> before(activity);
                case Store.Verdict.Fine(), Store.Verdict.Conflict() -> new Recorded.LeadChanged();
            };
        };
    }

    /** When the owner really did something last, with this: whoever serves them now may have a clock that is behind that of whoever did before. */
    private static Instant lastActed(Lead seen, Instant at) {
        var before = seen.watch().actedAt();
        return before == null || at.isAfter(before) ? at : before;
    }

    /**
     * Declares further files of an activity, such as one in place of one that was rejected.
     *
     * @param seen the lead as it was seen
     * @param now  the activity as it was seen
     * @param more the files
     * @param by   who declares them
     * @param filesBy when they must have come
     * @return the activity with them; empty if it or the lead was not as seen
     */
    public Optional<Activity> declare(Lead seen, Activity now, List<EvidenceFile> more, String by, Instant filesBy) {
        var then = now.asVersion(now.ver() + 1);
        for (var file : more) {
            then = then.with(file);
        }
        var declared = then;
        var data = Doc.build().put("activity", now.id()).putAll("files", more.stream().map(file -> fileData(declared, file)).toList()).done();
        var step = Step.next(seen, seen, "evidence-declared", clock.now(), by, data);
        return transactions.commit(step, List.of(
                new Write.Put(key(now.lead(), now.id()), ActivityCodec.toDoc(declared), Condition.equal("ver", now.ver())),
                Uploads.expected(declared, filesBy))) ? Optional.of(declared) : Optional.empty();
    }

    /** What stands under the id of this activity, if something does. */
    private Recorded before(Activity activity) {
        return find(activity.lead(), activity.id()).<Recorded>map(stands -> stands.body().equals(activity.body())
                ? new Recorded.Before(stands) : new Recorded.Another(stands)).orElseGet(Recorded.LeadChanged::new);
    }

    /**
     * Changes an activity from a fresh look, until nobody else was faster.
     *
     * @param change makes what it shall be of what it is; the same one for no change, empty to leave it
     * @return the activity as it is now; empty if there is none, or it was left
     */
    public Optional<Activity> change(String lead, String activity, Function<Activity, Optional<Activity>> change) {
        return rounds.until(() -> {
            var now = find(lead, activity);
            var then = now.flatMap(change);
            if (then.isEmpty() || then.get().equals(now.get())) {
                return Optional.of(then);
            }
            var next = then.get().asVersion(now.get().ver() + 1);
            return store.write(new Write.Put(key(lead, activity), ActivityCodec.toDoc(next),
                    Condition.equal("ver", now.get().ver()))) instanceof Store.WriteResult.Written
                    ? Optional.of(Optional.of(next)) : Optional.empty();
        });
    }

    /**
     * Stores {@code then} as the next version of an activity, together with what goes with it, if it is still as it was seen.
     *
     * @param with further writes, none of them of a lead, a timeline or an activity
     * @return the activity as it is then; empty if it was not as seen, or another transaction stood in the way
     */
    public Optional<Activity> replace(Activity seen, Activity then, List<Write> with) {
        var next = then.asVersion(seen.ver() + 1);
        var put = new Write.Put(key(seen.lead(), seen.id()), ActivityCodec.toDoc(next), Condition.equal("ver", seen.ver()));
        if (with.isEmpty()) {
            return store.write(put) instanceof Store.WriteResult.Written ? Optional.of(next) : Optional.empty();
        }
        var all = new ArrayList<Write>(with);
        all.addFirst(put);
        return store.transact(all) instanceof Store.TransactResult.Committed ? Optional.of(next) : Optional.empty();
    }

    private static Map<String, Object> data(Activity activity) {
        return Doc.build()
                .put("activity", activity.id())
                .put("kind", activity.type())
                .put("happenedAt", activity.happenedAt())
                .put("content", activity.salted(activity.body()))
                .put("result", activity.result())
                .putAll("tags", activity.tags().stream().sorted().toList())
                .put("seenFrom", activity.seenFrom())
                .putAll("files", activity.files().values().stream().map(file -> fileData(activity, file)).toList())
                .done();
    }

    private static Map<String, Object> fileData(Activity activity, EvidenceFile file) {
        return Doc.build().put("file", file.id()).put("type", file.type()).put("bytes", file.bytes())
                .put("content", activity.salted(file.sha256())).done();
    }

    private static Key key(String lead, String id) {
        return Key.of(Table.ACTIVITIES, lead, id);
    }
}
