package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Sentence;
import java.util.Arrays;

/** The five dimensions of EV5, each worth 0–20 points, in the order in which people see them. */
public enum Dimension {
    ATTACHMENTS("attachments", "附件完整度", "attachment completeness"),
    TIMING("timing", "时效合规", "timing compliance"),
    CUSTOMER("customer", "客户侧确认", "customer-side confirmation"),
    COLLEAGUES("colleagues", "跨部门记录", "cross-department records"),
    SIMILAR("similar", "同类动作成功率", "success of similar actions");

    private final String word;
    private final Sentence title;

    Dimension(String word, String zh, String en) {
        this.word = word;
        this.title = new Sentence(zh, en);
    }

    /** The name in the API and in storage. */
    public String word() {
        return word;
    }

    /** For people. */
    public Sentence title() {
        return title;
    }

    /** @throws IllegalArgumentException if there is no such dimension */
    static Dimension of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension " + word));
    }
}
