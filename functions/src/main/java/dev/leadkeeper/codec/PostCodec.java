package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Raw;
import dev.leadkeeper.lead.Submission;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@link Post} as the message between intake and scoring. */
public final class PostCodec {
    private PostCodec() {}

    public static Map<String, Object> toDoc(Post post) {
        return Doc.build()
                .put("form", post.form())
                .put("receivedAt", post.receivedAt())
                .put("contentType", post.contentType())
                .put("raw", Base64.getEncoder().encodeToString(post.raw().packed()))
                .put("deliveryId", post.deliveryId())
                .put("submissions", post.submissions().stream().map(PostCodec::submissionDoc).toList())
                .done();
    }

    public static Post fromDoc(Doc doc) {
        return new Post(doc.required("form"), doc.instant("receivedAt"), doc.required("contentType"),
                Raw.packed(Base64.getDecoder().decode(doc.required("raw"))), doc.text("deliveryId"),
                submissions(doc));
    }

    /** What a post of this message holds, without the post itself. */
    public static List<Submission> submissions(Doc doc) {
        return doc.list("submissions", each -> submission(Doc.ofValue(each)));
    }

    private static Map<String, Object> submissionDoc(Submission each) {
        return Doc.build()
                .put("lead", each.lead())
                .put("form", each.form())
                .put("deliveryKey", each.deliveryKey())
                .put("bodyHash", each.bodyHash())
                .put("receivedAt", each.receivedAt())
                .put("updatedAt", each.updatedAt())
                .put("facts", FactsCodec.toDoc(each.facts()))
                .putAll("unknown", each.unknown())
                .put("test", each.test())
                .put("attention", each.attention())
                .put("replay", each.replay() ? true : null)
                .put("trace", each.trace())
                .done();
    }

    private static Submission submission(Doc doc) {
        return new Submission(doc.required("lead"), doc.required("form"), doc.required("deliveryKey"),
                doc.required("bodyHash"), doc.instant("receivedAt"), doc.instant("updatedAt"),
                FactsCodec.fromDoc(doc.doc("facts")), doc.texts("unknown"), doc.text("test"), doc.text("attention"),
                doc.flag("replay"), doc.required("trace"));
    }
}
