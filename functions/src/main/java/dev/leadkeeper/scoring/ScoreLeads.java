package dev.leadkeeper.scoring;

import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.Deliveries.Delivered;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a post's leads in: each becomes a scored lead of a customer, once, and is sent on to assignment, also when it
 * was taken in before, because the process before may have died in between.
 */
public final class ScoreLeads {
    private final Deliveries deliveries;
    private final DriftWatch drift;
    private final Queue queue;

    ScoreLeads(Deliveries deliveries, DriftWatch drift, Queue queue) {
        this.deliveries = deliveries;
        this.drift = drift;
        this.queue = queue;
    }

    /** Takes posts in over these ports. */
    public static ScoreLeads over(Store store, Queue queue, Secrets secrets, Clock clock, Ids ids) {
        return new ScoreLeads(new Deliveries(store, secrets, clock, ids),
                new DriftWatch(new Drift(store, clock), new StaffBook(store), new Announcements(queue)), queue);
    }

    /** Takes in every lead of the post; what became of each, in order. */
    public List<Delivered> take(Post post, Rulebook rulebook) {
        var all = new ArrayList<Delivered>();
        for (var submission : post.submissions()) {
            all.add(take(submission, post, rulebook));
        }
        return all;
    }

    /** What {@link #take} will glance at for this submission. */
    List<Key> glances(Submission submission) {
        return deliveries.glances(submission);
    }

    private Delivered take(Submission submission, Post post, Rulebook rulebook) {
        var delivered = deliveries.take(submission, post, (facts, earlier) -> {
            var scored = Scorer.score(rulebook, submission.form(), facts, new Interactions(earlier));
            return new Deliveries.Scored(scored.priority(), scored.score(), scored.tier());
        });
        var lead = delivered.lead();
        if (lead.state() == LeadState.SCORED) {
            queue.send(lead.priority() == Priority.URGENT ? Queue.Channel.LEADS_SCORED_URGENT : Queue.Channel.LEADS_SCORED,
                    Map.of("lead", lead.id(), "trace", lead.trace()));
        }
        switch (delivered) {
            case Delivered.Created _, Delivered.Revised _ -> drift.count(submission);
            case Delivered.Repeat _, Delivered.Outdated _, Delivered.Unreachable _ -> drift.check(submission);
        }
        return delivered;
    }
}
