package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Timing compliance (时效合规): recorded soon, there by the promised day, a first response in time. What does not apply is
 * left out and the rest scaled; each file that contradicts the order of events then costs.
 */
final class Timing {
    /** Clocks of people's machines may be ahead of ours by this. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private Timing() {}

    /** Points of one part, and why. */
    private record Clause(int earned, int possible, Sentence why) {}

    static Part of(Picture picture, CredibilityRules.Timing rules) {
        var clauses = Stream.of(recorded(picture.activity(), rules), promise(picture, rules), firstResponse(picture, rules))
                .flatMap(List::stream).toList();
        var earned = clauses.stream().mapToInt(Clause::earned).sum();
        var possible = clauses.stream().mapToInt(Clause::possible).sum();
        var contradictions = contradictions(picture.activity(), rules);
        var points = Math.max(0, Math.round((float) CredibilityRules.MOST * earned / possible) - rules.contradiction() * contradictions);
        var why = new ArrayList<>(clauses.stream().map(Clause::why).toList());
        if (contradictions > 0) {
            why.add(new Sentence(contradictions + " 个文件与时间顺序或归属矛盾,扣 " + rules.contradiction() * contradictions + " 分;请向主管说明",
                    files(contradictions) + " the order of events or whose it is, which costs " + rules.contradiction() * contradictions + " points; explain it to your supervisor"));
        }
        return new Part(Dimension.TIMING, points, new Sentence(why.stream().map(Sentence::zh).collect(Collectors.joining(";")),
                why.stream().map(Sentence::en).collect(Collectors.joining("; "))));
    }

    private static List<Clause> recorded(Activity activity, CredibilityRules.Timing rules) {
        var after = Duration.between(activity.happenedAt(), activity.at());
        var hours = Math.ceilDiv(Math.max(0, after.toMinutes()), 60);
        var most = rules.recorded();
        if (after.compareTo(AHEAD.negated()) < 0) {
            return List.of(new Clause(0, most, new Sentence("记录早于动作发生", "it was recorded before it happened")));
        }
        if (after.compareTo(Duration.ofHours(rules.withinHours())) <= 0) {
            return List.of(new Clause(most, most, new Sentence("发生后 " + hours + " 小时内记录", "recorded within " + hours + " h")));
        }
        var late = after.compareTo(Duration.ofHours(rules.lateHours())) <= 0;
        return List.of(new Clause(late ? most / 2 : 0, most,
                new Sentence("发生 " + hours + " 小时后才记录;请在 " + rules.withinHours() + " 小时内记录",
                        "recorded " + hours + " h later; record within " + rules.withinHours() + " h")));
    }

    private static List<Clause> promise(Picture picture, CredibilityRules.Timing rules) {
        if (picture.promised() == null || rules.promise() == 0) {
            return List.of();
        }
        var late = ChronoUnit.DAYS.between(picture.promised(), LocalDate.ofInstant(picture.activity().happenedAt(), Staff.COUNTED_IN));
        return List.of(late <= 0
                ? new Clause(rules.promise(), rules.promise(), new Sentence("按承诺日期跟进", "followed up by the promised day"))
                : new Clause(0, rules.promise(), new Sentence("比承诺日期晚 " + late + " 天;请按承诺日期跟进或提前改约",
                        late + " days after the promised day; keep it, or agree on another day before")));
    }

    private static List<Clause> firstResponse(Picture picture, CredibilityRules.Timing rules) {
        if (picture.responseMinutes() == null || rules.firstResponse() == 0) {
            return List.of();
        }
        var minutes = picture.responseMinutes();
        return List.of(minutes <= rules.withinMinutes()
                ? new Clause(rules.firstResponse(), rules.firstResponse(), new Sentence("首次响应用时 " + minutes + " 分钟", "first response after " + minutes + " min"))
                : new Clause(0, rules.firstResponse(), new Sentence("首次响应用时 " + minutes + " 分钟,超过 " + rules.withinMinutes() + " 分钟",
                        "first response after " + minutes + " min, more than " + rules.withinMinutes())));
    }

    private static int contradictions(Activity activity, CredibilityRules.Timing rules) {
        return (int) activity.files().values().stream()
                .filter(file -> file.state() == EvidenceFile.State.VALID)
                .filter(file -> !Collections.disjoint(file.found().flags(), rules.flags())).count();
    }

    private static String files(int number) {
        return number == 1 ? "1 file contradicts" : number + " files contradict";
    }
}
