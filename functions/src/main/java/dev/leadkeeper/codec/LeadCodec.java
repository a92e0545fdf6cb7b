package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * {@link Lead} as a stored item. {@code holder} and {@code heldAs} are its place in the index of who holds what,
 * {@code dueLane} and {@code dueAt} in that of what is due.
 */
public final class LeadCodec {
    private LeadCodec() {}

    public static Map<String, Object> toDoc(Lead lead) {
        return Doc.build()
                .put("id", lead.id())
                .put("ver", lead.ver())
                .put("head", lead.head())
                .put("state", lead.state().word())
                .put("form", lead.form())
                .put("details", lead.details())
                .put("seen", lead.seen())
                .put("order", lead.order())
                .put("createdAt", lead.createdAt())
                .put("priority", lead.priority().word())
                .put("score", lead.score())
                .put("tier", lead.tier())
                .put("rulebook", lead.rulebook())
                .put("customer", lead.customer())
                .put("owner", lead.owner())
                .put("pool", lead.pool())
                .put("reason", lead.reason())
                .put("assignedAt", lead.assignedAt())
                .put("contactedAt", lead.contactedAt())
                .put("stage", lead.stage())
                .put("outcome", lead.outcome())
                .put("revision", lead.revision())
                .put("timers", WatchCodec.timers(lead.watch()))
                .put("watch", WatchCodec.watch(lead.watch()))
                .put("trace", lead.trace())
                .put("dueLane", WatchCodec.lane(lead))
                .put("dueAt", WatchCodec.dueAt(lead))
                .put("holder", Holder.of(lead))
                .put("heldAs", Holder.order(lead))
                .done();
    }

    public static Lead fromDoc(Doc doc) {
        return read(doc, doc.number("ver"), doc.required("head"), doc.textSet("seen"), doc.instant("order"));
    }

    /**
     * A lead as the index of who holds what shows it: without what changes with every event. To be shown, never to be
     * changed: its version is 0, which no stored lead has, so that a step from it would be refused.
     */
    public static Lead fromEntry(Doc doc) {
        return read(doc, 0, "", Set.of(), doc.instant("createdAt"));
    }

    private static Lead read(Doc doc, long ver, String head, Set<String> seen, Instant order) {
        return new Lead(doc.required("id"), ver, head, LeadState.of(doc.required("state")), doc.required("form"),
                doc.required("details"), seen, order, doc.instant("createdAt"), Priority.of(doc.required("priority")),
                doc.number("score") == null ? null : doc.number("score").intValue(), doc.text("tier"),
                doc.text("rulebook"), doc.text("customer"), doc.text("owner"), doc.text("pool"), doc.text("reason"),
                doc.instant("assignedAt"), doc.instant("contactedAt"), doc.text("stage"), doc.text("outcome"),
                doc.number("revision", 1), WatchCodec.read(doc), doc.required("trace"));
    }
}
