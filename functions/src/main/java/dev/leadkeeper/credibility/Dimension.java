package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Worded;

/** The five dimensions of EV5, each worth 0–20 points, in the order in which people see them. */
public enum Dimension implements Worded {
    ATTACHMENTS("attachments", "附件完整度", "attachment completeness"),
    TIMING("timing", "时效合规", "timing compliance"),
    CUSTOMER("customer", "客户侧确认", "customer-side confirmation"),
    COLLEAGUES("colleagues", "跨部门记录", "cross-department records"),
    SIMILAR("similar", "同类动作成功率", "success of similar actions");

    private final Term term;

    Dimension(String word, String zh, String en) {
        this.term = new Term(word, zh, en);
    }

    @Override
    public Term term() {
        return term;
    }

    /** @throws IllegalArgumentException if there is no such dimension */
    static Dimension of(String word) {
        return Worded.find(values(), word).orElseThrow(() -> new IllegalArgumentException("no dimension " + word));
    }
}
