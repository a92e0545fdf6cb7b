package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.FactsCodec;
import dev.leadkeeper.codec.ScoreCodec;
import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.lead.Watch;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.TreeSet;

/** Takes what forms deliver into the ledger: new leads, repeats, revisions. */
public final class Deliveries {
    /** Bytes of a mark: a lead has a few dozen deliveries at most, so that no two of them share one by chance. */
    private static final int MARK = 8;

    private final Leads leads;
    private final Details details;
    private final Customers customers;
    private final Keyed keyed;
    private final Transactions transactions;
    private final Rounds rounds;
    private final Clock clock;
    private final Ids ids;

    public Deliveries(Store store, Secrets secrets, Clock clock, Ids ids) {
        this.leads = new Leads(store);
        this.details = new Details(store);
        this.customers = new Customers(store, secrets);
        this.keyed = new Keyed(secrets);
        this.transactions = new Transactions(store, clock);
        this.rounds = new Rounds(clock, ids);
        this.clock = clock;
        this.ids = ids;
    }

    /** What became of a delivery, with the lead as it stands now. */
    public sealed interface Delivered {
        Lead lead();

        /** A lead that was not there before. */
        record Created(Lead lead) implements Delivered {}

        /** A changed body under a known delivery key, applied. */
        record Revised(Lead lead) implements Delivered {}

        /** A change that is older than what is already applied: recorded, not applied. */
        record Outdated(Lead lead) implements Delivered {}

        /** A change after which nobody could be reached: recorded, not applied, so that the lead stays one. */
        record Unreachable(Lead lead) implements Delivered {}

        /** A body that this lead has had before: nothing changed. */
        record Repeat(Lead lead) implements Delivered {}
    }

    /**
     * @param priority orders queues
     * @param score    with its explanation
     * @param tier     the score's tier
     */
    public record Scored(Priority priority, Score score, String tier) {}

    /** Scores facts; called again when a transaction has to be tried again, so it must not have effects. */
    public interface Scoring {
        /** @param earlier how many leads the customer had before */
        Scored score(Facts facts, long earlier);
    }

    /** The items at which {@link #take} glances first, most of which are not there yet. */
    public List<Key> glances(Submission submission) {
        var keys = new ArrayList<Key>();
        keys.add(Key.of(Table.LEADS, submission.lead()));
        if (submission.test() == null && submission.attention() == null) {
            keys.addAll(customers.keys(submission.facts()));
        }
        return keys;
    }

    /** Takes one delivery in, exactly once however often it is called. */
    public Delivered take(Submission submission, Post post, Scoring scoring) {
        if (leads.glance(submission.lead()).isEmpty()) { // most are new, and a condition of the transaction makes sure
            var created = create(submission, post, scoring);
            if (created.isPresent()) {
                return created.get();
            }
        }
        return rounds.until(() -> {
            var before = leads.find(submission.lead());
            if (before.isEmpty()) {
                return create(submission, post, scoring);
            }
            var lead = before.get();
            if (lead.seen().contains(mark(submission)) || submission.replay() && lead.state() != LeadState.ATTENTION) {
                return Optional.of(new Delivered.Repeat(lead));
            }
            if (!submission.replay() && submission.order().isBefore(lead.order())) {
                return aside(lead, submission, post, "revision-outdated", Delivered.Outdated::new);
            }
            if (!submission.replay() && submission.attention() != null && reachable(lead)) {
                return aside(lead, submission, post, "revision-unreachable", Delivered.Unreachable::new);
            }
            return revise(lead, submission, post, scoring);
        });
    }

    private Optional<Delivered> create(Submission submission, Post post, Scoring scoring) {
        var part = part(submission);
        var content = details.keep(submission, post, part, ids.next());
        var outcome = assess(submission, null, submission.receivedAt(), scoring);
        var draft = new Lead(submission.lead(), 0, "", outcome.state(), submission.form(), part,
                marks(submission), submission.order(), submission.receivedAt(), outcome.priority(),
                outcome.score() == null ? null : outcome.score().total(), outcome.tier(), outcome.rulebook(),
                outcome.claim().customer(), null, null, outcome.reason(), null, null, null, null, 0, Watch.NONE, submission.trace());
        var step = Step.first(draft, outcome.event(), clock.now(), "system", outcome.data(submission, content));
        return transactions.commit(step, outcome.claim().writes()) ? Optional.of(new Delivered.Created(step.after()))
                : Optional.empty();
    }

    private Optional<Delivered> revise(Lead lead, Submission submission, Post post, Scoring scoring) {
        var part = part(submission);
        var content = details.keep(submission, post, part, ids.next());
        var outcome = assess(submission, lead, lead.createdAt(), scoring);
        var draft = LeadChanges.delivered(lead, outcome.state(), part, marks(submission),
                submission.order(), outcome.priority(), outcome.score() == null ? null : outcome.score().total(),
                outcome.tier(), outcome.rulebook(), outcome.claim().customer(), outcome.reason());
        var owned = lead.state() == LeadState.ASSIGNED;
        var data = owned ? Doc.build().put("content", content).done() : outcome.data(submission, content);
        var type = submission.replay() ? "replayed" : "revised";
        var step = Step.next(lead, draft, type, clock.now(), "system", data);
        return transactions.commit(step, outcome.claim().writes())
                ? Optional.of(new Delivered.Revised(step.after())) : Optional.empty();
    }

    /** Records a delivery that leaves the lead as it is. */
    private Optional<Delivered> aside(Lead lead, Submission submission, Post post, String type, Function<Lead, Delivered> became) {
        var content = details.keep(submission, post, part(submission), ids.next());
        var step = Step.next(lead, LeadChanges.seen(lead, marks(submission)), type, clock.now(), "system",
                Doc.build().put("content", content).put("reason", submission.attention()).done());
        return transactions.commit(step, List.of()) ? Optional.of(became.apply(step.after())) : Optional.empty();
    }

    private static boolean reachable(Lead lead) {
        return switch (lead.state()) {
            case SCORED, ASSIGNED, NURTURING, WAITING, TEST -> true;
            case ATTENTION, RESOLVED -> false;
        };
    }

    /** Where a delivery leads by itself, before any owner. */
    private record Outcome(LeadState state, String event, String reason, Priority priority, Score score, String tier,
                           Customers.Claim claim) {
        String rulebook() {
            return score == null ? null : score.rulebookVersion();
        }

        Map<String, Object> data(Submission submission, String content) {
            return Doc.build()
                    .put("form", submission.form())
                    .put("content", content)
                    .put("reason", reason)
                    .put("unknownFields", submission.unknown().isEmpty() ? null : submission.unknown().size())
                    .put("customer", claim.customer())
                    .put("priority", score == null ? null : priority.word())
                    .put("tier", tier)
                    .put("score", score == null ? null : ScoreCodec.toDoc(score))
                    .done();
        }
    }

    private Outcome assess(Submission submission, Lead before, java.time.Instant since, Scoring scoring) {
        var none = new Customers.Claim(before == null ? null : before.customer(), 0, new ArrayList<Write>());
        if (submission.test() != null) {
            return new Outcome(LeadState.TEST, "flagged-as-test", submission.test(), Priority.NORMAL, null, null, none);
        }
        if (submission.attention() != null) {
            return new Outcome(LeadState.ATTENTION, "needs-attention", submission.attention(), Priority.NORMAL, null, null,
                    none);
        }
        var claim = customers.claim(submission.lead(), before, submission.facts(), since, clock.now());
        var scored = scoring.score(submission.facts(), claim.earlier());
        return new Outcome(LeadState.SCORED, "scored", null, scored.priority(), scored.score(), scored.tier(), claim);
    }

    /** What tells this delivery from others of the lead: the body, and for a replay the request to read it anew as well. */
    private String mark(Submission submission) {
        return submission.replay() ? keyed.hash("replay:" + submission.bodyHash() + "#" + submission.trace(), MARK) : body(submission);
    }

    /** A replay has also delivered the body itself. */
    private Set<String> marks(Submission submission) {
        return new TreeSet<>(List.of(mark(submission), body(submission)));
    }

    private String part(Submission submission) {
        return Details.part(submission, reading(submission));
    }

    /**
     * Tells the body, and what the mapping made of it, from others. The same body may be posted again after the mapping was mended, and if the
     * first post died on its way, the details that it left are not what the second one is scored, assigned and claimed by.
     */
    private String reading(Submission submission) {
        return keyed.hash("reading:" + submission.bodyHash() + CanonicalJson.write(FactsCodec.toDoc(submission.facts())), MARK);
    }

    /** Tells the body from others. It stays with the lead for ever, so that it is keyed: whoever guesses a body cannot try it. */
    private String body(Submission submission) {
        return keyed.hash("body:" + submission.bodyHash(), MARK);
    }
}
