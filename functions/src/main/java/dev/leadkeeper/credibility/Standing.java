package dev.leadkeeper.credibility;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.CanonicalJson;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Sentence;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is stored of how far an activity is believed: the attribute {@code credibility} of its item.
 *
 * @param credibility the points with their reasons
 * @param n           counts the changes of the points, from 1; names an event on the timeline
 * @param at          when it was last computed anew
 * @param rulebook    version of the rules, empty for the usual ones
 * @param pending     whether files are still awaited or checked, so that nobody needs to look at it yet
 * @param facts       {@link #facts} that it was computed from
 * @param queued      id of its entry in the review queue, {@code null} if there is none
 * @param told        whether the supervisors were told of that entry
 * @param settled     how it counts among similar activities, {@code null} while its stage goes on
 */
public record Standing(Credibility credibility, long n, Instant at, String rulebook, boolean pending, String facts, String queued,
                       boolean told, Settled settled) {
    /** How an activity counts among similar ones. */
    public enum Settled {
        /** Its opportunity went on to the next stage or was won. */
        SUCCESS("success"),
        /** Its opportunity was lost. */
        FAILURE("failure"),
        /** It counted and was rejected since. */
        OUT("out");

        private final String word;

        Settled(String word) {
            this.word = word;
        }

        private static Settled of(String word) {
            for (var each : values()) {
                if (each.word.equals(word)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("no result " + word);
        }
    }

    /** What is stored of this activity; empty before it was scored. */
    public static Optional<Standing> of(Activity activity) {
        return activity.credibility().isEmpty() ? Optional.empty() : Optional.of(read(Doc.of(activity.credibility())));
    }

    /** A hash of what the activity itself gives to judge: the verdicts on its files. A decision holds as long as it stays. */
    static String facts(Activity activity) {
        var files = activity.files().values().stream().map(file -> List.of(file.id(), file.state().word(),
                file.found().kind() == null ? "" : file.found().kind(), file.found().flags(), file.found().reasons())).toList();
        return HexFormat.of().formatHex(LeadId.sha256(CanonicalJson.write(files)), 0, 8);
    }

    /** Whether something about its files is still open. */
    static boolean pending(Activity activity) {
        return activity.files().values().stream().map(EvidenceFile::state).anyMatch(state -> !state.isFinal());
    }

    /** Scored for the first time. */
    static Standing first(Credibility credibility, String rulebook, Activity activity, Instant at) {
        return new Standing(credibility, 1, at, rulebook, pending(activity), facts(activity), null, false, null);
    }

    /** Scored again; the same one if nothing has changed. */
    Standing again(Credibility now, String under, Activity activity, Instant moment) {
        var same = now.equals(credibility) && under.equals(rulebook) && pending == pending(activity) && facts.equals(facts(activity));
        return same ? this : new Standing(now, now.points().equals(credibility.points()) ? n : n + 1, moment, under, pending(activity),
                facts(activity), queued, told, settled);
    }

    /** In the review queue under this id, or in none if {@code null}. */
    Standing queuedAs(String entry) {
        return new Standing(credibility, n, at, rulebook, pending, facts, entry, false, settled);
    }

    /** The supervisors know of it. */
    Standing asTold() {
        return new Standing(credibility, n, at, rulebook, pending, facts, queued, true, settled);
    }

    /** Counting so among similar activities. */
    Standing settledAs(Settled result) {
        return new Standing(credibility, n, at, rulebook, pending, facts, queued, told, result);
    }

    Map<String, Object> toDoc() {
        return Doc.build()
                .put("total", credibility.total())
                .putAll("parts", credibility.parts().stream().map(Standing::part).toList())
                .put("n", n)
                .put("at", at)
                .put("rulebook", rulebook)
                .put("pending", pending)
                .put("facts", facts)
                .put("queued", queued)
                .put("told", told)
                .put("settled", settled == null ? null : settled.word)
                .done();
    }

    private static Map<String, Object> part(Part part) {
        return Doc.build().put("dimension", part.dimension().word()).put("points", part.points())
                .put("zh", part.because().zh()).put("en", part.because().en()).done();
    }

    private static Standing read(Doc doc) {
        var settled = doc.text("settled");
        return new Standing(new Credibility(doc.list("parts", each -> part(Doc.ofValue(each)))), doc.number("n"), doc.instant("at"),
                doc.required("rulebook"), doc.flag("pending"), doc.required("facts"), doc.text("queued"), doc.flag("told"),
                settled == null ? null : Settled.of(settled));
    }

    private static Part part(Doc doc) {
        return new Part(Dimension.of(doc.required("dimension")), Math.toIntExact(doc.number("points")),
                new Sentence(doc.required("zh"), doc.required("en")));
    }
}
