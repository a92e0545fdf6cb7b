package dev.leadkeeper.notification;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.NoticeCodec;
import dev.leadkeeper.lead.Notice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How far up the ladder a notice stands that tells of another one which reached nobody.
 *
 * @param origin the notice that reached nobody
 * @param rung   where its recipients stand
 * @param told   everybody who was tried so far, the first recipient among them
 */
public record Climb(Notice origin, Rung rung, List<String> told) {
    public Climb {
        told = List.copyOf(told);
    }

    /** Before anybody else is asked. */
    static Climb from(Notice origin) {
        return new Climb(origin, Rung.RECIPIENT, List.of(origin.recipient()));
    }

    /** One rung further up. */
    Climb to(Rung next, List<String> people) {
        return new Climb(origin, next, Stream.concat(told.stream(), people.stream()).distinct().toList());
    }

    Map<String, Object> toDoc() {
        return Doc.build().put("origin", NoticeCodec.toDoc(origin)).put("rung", rung.word()).put("told", told).done();
    }

    /** @param doc {@code null} for none */
    static Climb fromDoc(Doc doc) {
        return doc == null ? null : new Climb(NoticeCodec.fromDoc(Objects.requireNonNull(doc.doc("origin"))), Rung.of(doc.required("rung")), doc.texts("told"));
    }
}
