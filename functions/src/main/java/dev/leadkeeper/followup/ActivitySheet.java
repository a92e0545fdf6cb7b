package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.people.CredibilitySheet;
import dev.leadkeeper.people.FileReasons;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Mask;
import dev.leadkeeper.rulebook.FollowUp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An activity as the API shows it. */
final class ActivitySheet {
    private ActivitySheet() {}

    /**
     * @param all    everything recorded of the lead, to say what its author did not know
     * @param masked whether what somebody wrote is hidden
     */
    static Sheet of(Activity activity, List<Activity> all, FollowUp rules, boolean masked) {
        var said = activity.said();
        return new Sheet()
                .put("id", activity.id())
                .put("lead", activity.lead())
                .put("type", activity.type())
                .put("staff", activity.staff())
                .put("at", activity.at())
                .put("happenedAt", activity.happenedAt())
                .put("solved", words(said.solved(), masked))
                .put("nextStep", words(said.nextStep(), masked))
                .put("promise", words(said.promise(), masked))
                .put("promiseBy", said.promiseBy() == null ? null : said.promiseBy().toString())
                .put("text", words(said.text(), masked))
                .put("result", activity.result())
                .put("tags", List.copyOf(new TreeSet<>(activity.tags())))
                .put("people", activity.people().stream().map(one -> new Sheet()
                        .put("name", masked ? Mask.name(one.name()) : one.name()).put("role", one.role()).done()).toList())
                .put("fields", masked ? Mask.values(Map.copyOf(activity.fields())) : new TreeMap<>(activity.fields()))
                .put("files", activity.files().values().stream().map(file -> file(file, masked)).toList())
                .put("unmet", rules.activity(activity.type()).map(type -> type.unmet(activity)).orElse(List.of()).stream()
                        .map(need -> new Sheet().put("anyOf", need.anyOf()).put("zh", need.name().zh()).put("en", need.name().en()).done()).toList())
                .put("counts", activity.counts())
                .put("revision", activity.revision())
                .put("seenFrom", activity.seenFrom())
                .put("unseen", unseen(activity, all))
                .put("credibility", CredibilitySheet.of(activity))
                .put("review", CredibilitySheet.review(activity, masked));
    }

    /** What others recorded between what the author saw and what they wrote: two people at once, or one offline. */
    private static List<String> unseen(Activity activity, List<Activity> all) {
        return activity.seenFrom() == null ? List.of() : all.stream()
                .filter(other -> other.revision() > activity.seenFrom() && other.revision() < activity.revision())
                .map(Activity::id).toList();
    }

    private static Map<String, Object> file(EvidenceFile file, boolean masked) {
        return new Sheet()
                .put("id", file.id())
                .put("name", words(file.name(), masked))
                .put("type", file.type())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256())
                .put("state", file.state().word())
                .put("at", file.at())
                .put("kind", file.found().kind())
                .put("reasons", FileReasons.of(file))
                .put("flags", file.found().flags())
                .done();
    }

    private static String words(String text, boolean masked) {
        return masked ? Mask.text(text) : text;
    }
}
