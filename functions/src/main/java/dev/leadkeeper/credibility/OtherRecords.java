package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.time.Duration;

/** Cross-department records (跨部门记录): what others recorded of the same lead around that time. The best of it counts. */
final class OtherRecords {
    private OtherRecords() {}

    static Part of(Picture picture, CredibilityRules.Colleagues rules) {
        var activity = picture.activity();
        var near = picture.others().stream().filter(other -> !other.activity().staff().equals(activity.staff())
                && apart(other.activity(), activity).compareTo(Duration.ofDays(rules.withinDays())) <= 0).toList();
        if (near.stream().anyMatch(other -> other.otherDepartment() && other.activity().type().equals(activity.type()))) {
            return part(rules.sameType(), rules, "其他部门也记录了同类动作", "another department recorded the same kind of activity");
        }
        if (near.stream().anyMatch(Picture.Other::otherDepartment)) {
            return part(rules.otherType(), rules, "其他部门在同一线索上有记录", "another department recorded something of this lead");
        }
        if (!near.isEmpty()) {
            return part(rules.sameDepartment(), rules, "只有本部门同事在同一线索上有记录", "only colleagues of the same department recorded something of this lead");
        }
        return part(rules.none(), rules, "前后 " + rules.withinDays() + " 天内没有其他人的记录", "nobody else recorded anything within " + rules.withinDays() + " days");
    }

    private static Duration apart(Activity one, Activity another) {
        return Duration.between(one.happenedAt(), another.happenedAt()).abs();
    }

    private static Part part(int points, CredibilityRules.Colleagues rules, String zh, String en) {
        return new Part(Dimension.COLLEAGUES, points, points >= rules.sameType() ? new Sentence(zh, en)
                : new Sentence(zh + ";请参与的其他部门同事也记录一次", en + "; ask a participant from another department to record it too"));
    }
}
