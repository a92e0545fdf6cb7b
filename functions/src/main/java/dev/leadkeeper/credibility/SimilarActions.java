package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.CredibilityRules;

/**
 * Success of similar actions (同类动作成功率): how often the rep's activities of this type led to the next stage or the order,
 * drawn towards the team's mean where there are few, as the team's is drawn towards the rulebook's prior.
 */
final class SimilarActions {
    private SimilarActions() {}

    static Part of(Picture.Similar similar, CredibilityRules.Similar rules) {
        var rep = similar.rep();
        var mean = shrunk(similar.team(), rules.prior() / 100.0, rules.k());
        var rate = shrunk(rep, mean, rules.k());
        var points = Math.clamp(Math.round(CredibilityRules.MOST * rate * 100 / rules.full()), 0, CredibilityRules.MOST);
        var zh = rep.n() == 0 ? "近 " + rules.quarters() + " 个季度没有已见结果的同类动作,按团队平均 " + percent(mean) + " 计"
                : "近 " + rules.quarters() + " 个季度 " + rep.n() + " 次同类动作中 " + rep.successes() + " 次推进了商机;与团队平均 " + percent(mean) + " 折算为 " + percent(rate);
        var en = rep.n() == 0 ? "no activity of this type has shown its result within " + rules.quarters() + " quarters, so the team's " + percent(mean) + " counts"
                : rep.successes() + " of " + rep.n() + " such activities within " + rules.quarters() + " quarters led on; with the team's " + percent(mean) + " that is " + percent(rate);
        return new Part(Dimension.SIMILAR, points, points == CredibilityRules.MOST ? new Sentence(zh, en)
                : new Sentence(zh + ";达到 " + rules.full() + "% 得满分", en + "; " + rules.full() + " % gets all points"));
    }

    private static double shrunk(Picture.Tally tally, double mean, int k) {
        return (tally.successes() + k * mean) / (tally.n() + k);
    }

    private static String percent(double rate) {
        return Math.round(rate * 100) + "%";
    }
}
