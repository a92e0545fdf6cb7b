package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Sentence;
import java.util.Map;

/** {@link Sentence} as {@code {zh, en}}. */
public final class SentenceCodec {
    private SentenceCodec() {}

    public static Map<String, Object> toDoc(Sentence sentence) {
        return Doc.build().put("zh", sentence.zh()).put("en", sentence.en()).done();
    }

    public static Sentence fromDoc(Doc doc) {
        return new Sentence(doc.required("zh"), doc.required("en"));
    }
}
