package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rulebook.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is missing before an opportunity may move on (ST1), one entry per requirement, with how to satisfy it.
 *
 * @param requirement the activity's id, or {@code stage:<id>} for one that would be skipped
 * @param state       {@code not-recorded}, {@code unproved}, {@code checking}, {@code rejected} or {@code skipped}
 */
record Missing(String requirement, String state, Sentence name, Sentence how) {

    /** Activities of these that no proved one stands for. */
    static List<Missing> of(FollowUp rules, List<String> required, List<Activity> activities) {
        return required.stream().flatMap(id -> one(rules, id, activities).stream()).toList();
    }

    /** Stages between where the opportunity is and where it should go. */
    static List<Missing> skipped(FollowUp rules, int from, int to) {
        var skipped = new ArrayList<Missing>();
        for (int i = from + 1; i < to; i++) {
            var stage = rules.stages().get(i);
            skipped.add(new Missing("stage:" + stage.id(), "skipped",
                    // A stage may be called as one of its activities is.
                    new Sentence("阶段「" + stage.name().zh() + "」", "stage \"" + stage.name().en() + "\""), new Sentence("请先进入「" + stage.name().zh() + "」，不能跳过",
                    "move to \"" + stage.name().en() + "\" first; no stage can be skipped")));
        }
        return skipped;
    }

    /** The proved activities that stand for these requirements. */
    static List<String> proofs(FollowUp rules, List<String> required, List<Activity> activities) {
        return activities.stream().filter(each -> required.contains(each.type()) && rules.isProved(each)).map(Activity::id).toList();
    }

    Map<String, Object> sheet() {
        return new Sheet().put("requirement", requirement).put("state", state)
                .put("name", new Sheet().put("zh", name.zh()).put("en", name.en()).done())
                .put("how", new Sheet().put("zh", how.zh()).put("en", how.en()).done()).done();
    }

    private static Optional<Missing> one(FollowUp rules, String id, List<Activity> activities) {
        var type = rules.activity(id).orElseThrow(() -> new IllegalStateException("the rulebook requires an activity that it does not know: " + id));
        var recorded = activities.stream().filter(each -> each.type().equals(id) && each.counts()).toList();
        if (recorded.stream().anyMatch(rules::isProved)) {
            return Optional.empty();
        }
        if (recorded.isEmpty()) {
            return Optional.of(new Missing(id, "not-recorded", type.name(), new Sentence("请记录「" + type.name().zh() + "」并提交：" + needsZh(type.needs()),
                    "record \"" + type.name().en() + "\" with " + needsEn(type.needs()))));
        }
        var latest = recorded.getLast();
        var unmet = type.unmet(latest);
        var state = state(latest);
        return Optional.of(new Missing(id, state, type.name(), switch (state) {
            case "checking" -> new Sentence("文件正在检查，请稍后再试", "its files are being checked; try again in a moment");
            case "rejected" -> new Sentence("文件未通过检查，请补交：" + needsZh(unmet), "its files were refused; upload instead: " + needsEn(unmet));
            default -> new Sentence("请补交：" + needsZh(unmet), "still to be uploaded: " + needsEn(unmet));
        }));
    }

    private static String state(Activity activity) {
        var states = activity.files().values().stream().map(EvidenceFile::state).toList();
        return states.contains(EvidenceFile.State.CHECKING) ? "checking" : states.contains(EvidenceFile.State.REJECTED) ? "rejected" : "unproved";
    }

    private static String needsZh(List<FollowUp.Need> needs) {
        return needs.isEmpty() ? "记录本身" : String.join("、", needs.stream().map(need -> need.name().zh()).toList());
    }

    private static String needsEn(List<FollowUp.Need> needs) {
        return needs.isEmpty() ? "nothing else" : String.join("; ", needs.stream().map(need -> need.name().en()).toList());
    }
}
