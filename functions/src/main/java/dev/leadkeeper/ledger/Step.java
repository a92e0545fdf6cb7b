package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One step of a lead: the lead as it will be and the event that says so, written together or not at all. The lead's
 * write is always first and the event's second in {@link #writes}.
 */
record Step(Lead after, TimelineEvent event, List<Write> writes) {

    /** The first step of a lead; {@code draft} is the lead without version and head. */
    static Step first(Lead draft, String type, Instant at, String by, Map<String, Object> data) {
        return step(draft, event(draft, 0, "", type, at, by, data), Condition.missing("id"));
    }

    /** A step of {@code before} to {@code draft}, whose version and head are still those of {@code before}. */
    static Step next(Lead before, Lead draft, String type, Instant at, String by, Map<String, Object> data) {
        return step(draft, event(draft, before.ver(), before.head(), type, at, by, data), Condition.equal("ver", before.ver()));
    }

    /** A step by which nothing of what is known changes: people who write on what they saw before are not refused for it. */
    static Step aside(Lead before, Lead draft, String type, Instant at, Map<String, Object> data) {
        var event = event(draft, before.ver(), before.head(), type, at, "system", data);
        return new Step(LeadChanges.aside(draft, event), event, Condition.equal("ver", before.ver()));
    }

    private static Step step(Lead draft, TimelineEvent event, Condition unchanged) {
        return new Step(LeadChanges.at(draft, event), event, unchanged);
    }

    private static TimelineEvent event(Lead draft, long ver, String head, String type, Instant at, String by, Map<String, Object> data) {
        return TimelineEvent.of(draft.id(), ver + 1, type, at, by, data, head);
    }

    private Step(Lead after, TimelineEvent event, Condition unchanged) {
        this(after, event, List.of(
                new Write.Put(Key.of(Table.LEADS, after.id()), Moves.stamped(LeadCodec.toDoc(after), event.at()), unchanged),
                put(event)));
    }

    /** The write that appends an event, which never replaces one. */
    static Write put(TimelineEvent event) {
        return new Write.Put(Key.of(Table.TIMELINE, event.lead(), event.seq()), EventCodec.toDoc(event),
                Condition.missing("lead"));
    }
}
