package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rulebook.FollowUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Red-light advice (红灯建议, ST3): the customer has refused, or put off, so often that going on alike makes no sense. */
record RedLight(String why, long count, Sentence advice) {

    /** The advice that follows from everything recorded of a lead. */
    static Optional<RedLight> of(FollowUp rules, List<Activity> activities) {
        var rejections = count(rules, activities, FollowUp.Counts.REJECTION);
        if (rejections >= rules.advice().rejections()) {
            return Optional.of(new RedLight("rejections", rejections, new Sentence(
                    "客户已明确拒绝 " + rejections + " 次。建议停止推进同一方案：请主管介入、更换对接人，或以「失单」结束并注明原因。",
                    "The customer has refused " + rejections + " times. Stop pushing the same offer: bring in your manager, find another contact,"
                            + " or end it as lost with the reason.")));
        }
        var postponements = count(rules, activities, FollowUp.Counts.POSTPONEMENT);
        if (postponements >= rules.advice().postponements()) {
            return Optional.of(new RedLight("postponements", postponements, new Sentence(
                    "客户已推迟决定 " + postponements + " 次。建议找到真正的决策人，约定明确的决定日期，否则降低优先级。",
                    "The customer has put the decision off " + postponements + " times. Find who really decides and agree on a day for the"
                            + " decision, or give it less priority.")));
        }
        return Optional.empty();
    }

    Map<String, Object> sheet() {
        return new Sheet().put("why", why).put("count", count).put("zh", advice.zh()).put("en", advice.en()).done();
    }

    private static long count(FollowUp rules, List<Activity> activities, FollowUp.Counts what) {
        return activities.stream().filter(Activity::counts).map(Activity::result)
                .filter(result -> result != null && rules.result(result).map(known -> known.counts() == what).orElse(false)).count();
    }
}
