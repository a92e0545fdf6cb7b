package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.FactsCodec;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Raw;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The erasable part of a lead: what each delivery said, normalised, and the raw post it came in. */
public final class Details {
    private final Store store;

    public Details(Store store) {
        this.store = store;
    }

    /**
     * @param facts       what the delivery said
     * @param contentType of the raw post
     * @param raw         the post's bytes
     * @param deliveryId  what the sender called it in a header, or {@code null}
     */
    public record Delivery(Facts facts, String contentType, byte[] raw, String deliveryId) {}

    /**
     * The name of the part that holds a delivery.
     *
     * @param reading tells its body, and how the form's mapping read it, from others; says nothing of either once the details are erased
     */
    static String part(Submission submission, String reading) {
        return "delivery#" + reading + (submission.replay() ? "#" + submission.trace() : "");
    }

    /**
     * Keeps a delivery; the same again changes nothing. Written before the transaction that refers to it.
     *
     * @param part {@link #part}
     * @param salt random; used if this delivery was not kept before
     * @return a salted hash of the delivery for the timeline; with the details the salt is erased and it says nothing any more
     */
    String keep(Submission submission, Post post, String part, String salt) {
        Map<String, Object> item = Doc.build()
                .put("lead", submission.lead())
                .put("part", part)
                .put("facts", FactsCodec.toDoc(submission.facts()))
                .put("contentType", post.contentType())
                .put("raw", post.raw().packed())
                .put("deliveryId", post.deliveryId())
                .put("receivedAt", submission.receivedAt())
                .put("salt", salt)
                .done();
        var kept = switch (store.write(new Write.Put(Key.of(Table.DETAILS, submission.lead(), part), item,
                Condition.missing("lead")))) {
            case Store.WriteResult.Written written -> written.item();
            case Store.WriteResult.Refused refused -> refused.current().orElse(item);
        };
        return HexFormat.of().formatHex(LeadId.sha256(kept.get("salt") + submission.bodyHash()), 0, 16);
    }

    /** The delivery kept under this part, if it has not been erased. */
    public Optional<Delivery> find(String lead, String part) {
        return store.get(Key.of(Table.DETAILS, lead, part)).map(Details::delivery);
    }

    /** The facts that apply to a lead, none if they have been erased. What was kept never changes, so that a glance will do. */
    public Facts factsOf(Lead lead) {
        var key = key(lead.id(), lead.details());
        return store.glance(key).or(() -> store.get(key)).map(Details::facts).orElse(Facts.NONE);
    }

    /** The facts of several leads at once, in their order; at most 100. */
    public List<Optional<Facts>> facts(List<Key> keys) {
        return store.getAll(keys).stream().map(item -> item.map(Details::facts)).toList();
    }

    /** The key under which the facts that apply to a lead are kept. */
    public static Key key(String lead, String part) {
        return Key.of(Table.DETAILS, lead, part);
    }

    private static Facts facts(Map<String, Object> item) {
        return FactsCodec.fromDoc(Doc.of(item).doc("facts"));
    }

    private static Delivery delivery(Map<String, Object> item) {
        var doc = Doc.of(item);
        return new Delivery(facts(item), doc.required("contentType"),
                Raw.packed((byte[]) item.get("raw")).body(), doc.text("deliveryId"));
    }
}
