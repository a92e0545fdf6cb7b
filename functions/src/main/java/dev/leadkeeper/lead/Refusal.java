package dev.leadkeeper.lead;

import java.util.Optional;

/** Every reason why somebody does not get a lead, or nobody does. First-class: counted, listed, explained. The sentence is to be put behind a name or to stand alone. */
public enum Refusal implements Worded {
    NO_RULE_MATCHES("no-rule-matches", "没有匹配的规则", "no rule matches"),
    GROUP_EMPTY("group-empty", "目标组为空", "the target group is empty"),
    NOBODY_ELIGIBLE("nobody-eligible", "无符合条件销售", "no eligible rep"),
    EVERYBODY_FULL("everybody-full", "所有销售已满", "everybody is full"),
    BREAKER_OPEN("breaker-open", "分配熔断已打开", "the assignment breaker is open"),
    MANUAL_QUEUE("manual-queue", "等待人工分派", "waits to be dispatched by hand"),
    FALLBACK_UNAVAILABLE("fallback-unavailable", "兜底负责人不可接收", "the fallback owner cannot receive"),
    LEFT("left", "已离职", "has left"),
    DISABLED("disabled", "已停用", "is disabled"),
    ON_LEAVE("on-leave", "休假中", "is on leave"),
    CANNOT_RECEIVE("cannot-receive", "不可接收线索", "may not receive leads"),
    OUT_OF_HOURS("out-of-hours", "不在工作时间", "is out of working hours"),
    FULL("full", "未跟进线索已达上限", "has as many un-followed leads as allowed"),
    DAY_FULL("day-full", "今日已达上限", "has as many leads today as allowed"),
    BACKLOG_FULL("backlog-full", "在手线索已达上限", "owns as many leads as allowed"),
    NOT_IN_GROUP("not-in-group", "不在目标组", "is not in the target group"),
    LACKS_SKILL("lacks-skill", "不具备所需技能", "lacks a required skill"),
    UNKNOWN_REP("unknown-rep", "名单中没有此人", "is not on the staff list"),
    OUTSIDE_REGION("outside-region", "不负责该区域", "does not cover the region"),
    OTHER_INDUSTRY("other-industry", "不负责该行业", "does not serve the industry"),
    OTHER_SIZE("other-size", "不负责该客户规模", "does not serve customers of this size"),
    NO_CUSTOMER_OWNER("no-customer-owner", "客户暂无负责人", "the customer has no owner"),
    HAD_IT_BEFORE("had-it-before", "曾负责该线索,冷却期内不再分配", "had this lead before and cannot have it again yet"),
    ROUNDS_OVER("rounds-over", "多轮收回后转交主管", "was taken back as often as the rules allow"),
    SUSPENDED("suspended", "上周按时响应率过低,本周暂停派发", "answered too few leads in time last week and gets no new ones this week"),
    NOT_A_REP("not-a-rep", "不是销售角色", "is not in a sales role"),
    CLAIMS_USED("claims-used", "今日领取次数已用完", "has claimed as many leads today as allowed"),
    OWNS_TOO_MANY("owns-too-many", "在手线索过多，不可再领取", "owns too many leads to claim another"),
    OTHER_TEAM("other-team", "不在您的团队", "is not in your team"),
    OWNS_IT("owns-it", "已是该线索的负责人", "owns the lead already"),
    CHANGED("changed", "线索已被他人更新", "the lead has changed since"),
    NOT_MOVABLE("not-movable", "线索状态不允许此操作", "the lead is in no state for it"),
    STAYS("stays", "按现行规则去向不变", "the rules would leave it where it is");

    private final Term term;

    Refusal(String word, String zh, String en) {
        this.term = new Term(word, zh, en);
    }

    @Override
    public Term term() {
        return term;
    }

    /** The refusal with this word, if there is one. */
    public static Optional<Refusal> of(String word) {
        return Worded.find(values(), word);
    }
}
