package dev.leadkeeper.lead;

import java.util.List;
import java.util.Optional;

/** Why people move leads. Words only, so that they can stand on the timeline for good; the sentence is to be put behind "because". */
public enum MoveReason implements Worded {
    /** No lead at all: a test, a joke, an advertisement, a number that is nobody's. */
    JUNK("junk", "无效线索", "it is junk"),
    NOT_READY("not-ready", "暂无需求", "the customer is not ready yet"),
    NO_TIME("no-time", "无暇跟进", "there is no time for it"),
    WRONG_ROUTE("wrong-route", "分配不当", "it was routed wrongly"),
    ABSENT("absent", "负责人休假或离职", "its owner is away or leaves"),
    OVERLOADED("overloaded", "负责人工作量过大", "its owner has too much to do"),
    EXPERTISE("expertise", "其他同事更熟悉该业务", "a colleague knows the trade better"),
    TERRITORY("territory", "区域或行业调整", "territories have changed"),
    NO_PROGRESS("no-progress", "跟进无进展", "there is no progress"),
    CUSTOMER_WISH("customer-wish", "客户要求", "the customer wishes so"),
    RULES_CHANGED("rules-changed", "分配规则已调整", "the rules have changed"),
    NOT_JUNK("not-junk", "并非无效线索", "it is no junk"),
    BUDGET("budget", "客户等待预算", "the customer waits for the budget"),
    APPROVAL("approval", "客户内部审批中", "the customer waits for an approval"),
    CUSTOMER_AWAY("customer-away", "客户休假或出差", "the customer is away");

    /** Why a lead is given to somebody else by hand. */
    public static final List<MoveReason> TO_REASSIGN =
            List.of(OVERLOADED, ABSENT, EXPERTISE, TERRITORY, NO_PROGRESS, WRONG_ROUTE, CUSTOMER_WISH);
    /** Why a lead is given back. */
    public static final List<MoveReason> TO_RELEASE = List.of(JUNK, NOT_READY, NO_TIME, WRONG_ROUTE, ABSENT);
    /** Why leads go through the rules again. */
    public static final List<MoveReason> TO_REROUTE = List.of(WRONG_ROUTE, RULES_CHANGED, TERRITORY, ABSENT, NOT_JUNK);
    /** Why a lead is put off. */
    public static final List<MoveReason> TO_SNOOZE = List.of(CUSTOMER_WISH, BUDGET, APPROVAL, CUSTOMER_AWAY);

    private final Term term;

    MoveReason(String word, String zh, String en) {
        this.term = new Term(word, zh, en);
    }

    @Override
    public Term term() {
        return term;
    }

    /** The reason with this word, if there is one. */
    public static Optional<MoveReason> of(String word) {
        return Worded.find(values(), word);
    }
}
