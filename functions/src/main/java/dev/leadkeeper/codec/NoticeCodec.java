package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Notice;
import java.util.Map;

/** {@link Notice} within a message. */
public final class NoticeCodec {
    private NoticeCodec() {}

    public static Map<String, Object> toDoc(Notice notice) {
        return Doc.build()
                .put("id", notice.id())
                .put("kind", notice.kind())
                .put("recipient", notice.recipient())
                .put("lead", notice.lead())
                .put("title", SentenceCodec.toDoc(notice.title()))
                .put("text", SentenceCodec.toDoc(notice.text()))
                .put("trace", notice.trace())
                .done();
    }

    public static Notice fromDoc(Doc doc) {
        return new Notice(doc.required("id"), doc.required("kind"), doc.required("recipient"), doc.text("lead"),
                SentenceCodec.fromDoc(doc.doc("title")), SentenceCodec.fromDoc(doc.doc("text")), doc.required("trace"));
    }
}
