package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Priority;
import java.util.Map;

/** {@link Lead} as a stored item. {@code holder} and {@code heldAs} are its place in the index of who holds what. */
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
                .put("trace", lead.trace())
                .put("holder", Holder.of(lead))
                .put("heldAs", Holder.order(lead))
                .done();
    }

    public static Lead fromDoc(Doc doc) {
        return new Lead(doc.required("id"), doc.number("ver"), doc.required("head"), LeadState.of(doc.required("state")),
                doc.required("form"), doc.required("details"), doc.textSet("seen"), doc.instant("order"),
                doc.instant("createdAt"), Priority.of(doc.required("priority")),
                doc.number("score") == null ? null : doc.number("score").intValue(), doc.text("tier"),
                doc.text("rulebook"), doc.text("customer"), doc.text("owner"), doc.text("pool"), doc.text("reason"),
                doc.instant("assignedAt"), doc.instant("contactedAt"), doc.text("stage"), doc.text("outcome"),
                doc.number("revision", 1), doc.required("trace"));
    }
}
