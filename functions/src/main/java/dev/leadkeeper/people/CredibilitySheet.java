package dev.leadkeeper.people;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.credibility.Part;
import dev.leadkeeper.credibility.Standing;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.rights.Mask;
import java.time.Instant;
import java.util.Map;

/** How far an activity is believed, and what a supervisor decided about it, as the API shows them. */
public final class CredibilitySheet {
    private CredibilitySheet() {}

    /** The points with their reasons; {@code null} for an activity that nobody scores. */
    public static Map<String, Object> of(Activity activity) {
        return Standing.of(activity).map(standing -> new Sheet()
                .put("total", standing.credibility().total())
                .put("parts", standing.credibility().parts().stream().map(CredibilitySheet::part).toList())
                .put("rulebookVersion", standing.rulebook().isEmpty() ? null : standing.rulebook())
                .put("at", standing.at())
                .put("pending", standing.pending())
                .put("waits", standing.queued() != null)
                .done()).orElse(null);
    }

    /**
     * The decision; {@code null} if there is none.
     *
     * @param masked whether what the supervisor wrote is hidden
     */
    public static Map<String, Object> review(Activity activity, boolean masked) {
        if (activity.review().isEmpty()) {
            return null;
        }
        var text = (String) activity.review().get("text");
        return new Sheet()
                .put("verdict", activity.review().get("verdict"))
                .put("reason", activity.review().get("reason"))
                .put("text", masked ? Mask.text(text) : text)
                .put("by", activity.review().get("by"))
                .put("at", Instant.parse((String) activity.review().get("at")))
                .put("total", activity.review().get("total"))
                .done();
    }

    private static Map<String, Object> part(Part part) {
        return new Sheet()
                .put("dimension", part.dimension().word())
                .put("title", SentenceCodec.toDoc(part.dimension().sentence()))
                .put("points", part.points())
                .put("because", SentenceCodec.toDoc(part.because()))
                .done();
    }
}
