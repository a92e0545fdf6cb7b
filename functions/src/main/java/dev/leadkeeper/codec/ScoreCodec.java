package dev.leadkeeper.codec;

import dev.leadkeeper.lead.Score;
import java.util.Map;

/** {@link Score} as it stands on the timeline. */
public final class ScoreCodec {
    private ScoreCodec() {}

    public static Map<String, Object> toDoc(Score score) {
        return Doc.build()
                .put("rulebookVersion", score.rulebookVersion())
                .put("total", score.total())
                .put("dimensions", score.dimensions().stream().map(each -> Doc.build()
                        .put("name", each.name())
                        .put("title", SentenceCodec.toDoc(each.title()))
                        .put("points", each.points())
                        .put("criterion", each.criterion())
                        .put("because", SentenceCodec.toDoc(each.because()))
                        .done()).toList())
                .done();
    }

    public static Score fromDoc(Doc doc) {
        return new Score(doc.required("rulebookVersion"), Math.toIntExact(doc.number("total")),
                doc.list("dimensions", each -> {
                    var dimension = Doc.ofValue(each);
                    return new Score.Dimension(dimension.required("name"), SentenceCodec.fromDoc(dimension.doc("title")),
                            Math.toIntExact(dimension.number("points")), dimension.required("criterion"),
                            SentenceCodec.fromDoc(dimension.doc("because")));
                }));
    }
}
