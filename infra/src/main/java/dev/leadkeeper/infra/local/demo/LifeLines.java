package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what happens to a lead, one line for each event: when, what, whose it was, why, and who was told. */
final class LifeLines {
    private record Words(String zh, String en, String whyZh, String whyEn) {}

    private static final Map<String, Words> WORDS = Map.of(
            "assigned", new Words("分配", "assigned", "", ""),
            "response-at-risk", new Words("响应将超时", "at risk", "响应时限只剩最后一段，提醒负责人", "the last part of the response lock has begun"),
            "response-breached", new Words("响应超时", "breached", "时限已过仍未联系，主管收到全部经过", "the lock is over without contact; the supervisor gets the whole story"),
            "response-red", new Words("红灯", "red", "一个工作日仍无人联系", "a working day without contact"),
            "recycled", new Words("收回", "taken back", "太久没有行动，收回后重新分配，原负责人冷却期内不再得到它", "nothing happened for too long; it goes through the rules again, past owners excluded"),
            "contacted", new Words("已联系", "contacted", "响应计时停止", "the response clock stops"),
            "stage-frozen", new Words("阶段冻结", "frozen", "在这一阶段停留太久", "too long in one stage"),
            "dormant", new Words("休眠", "dormant", "一季没有行动，也没有明确的下一步", "a season without action or a clear next step"));
    private static final int WHEN = 17;
    private static final int WHAT = 12;
    private static final int WHO = 14;
    private static final int LEAST_WHY = 20;
    private static final int TOLD = 30;

    private final PrintStream out;
    private final boolean chinese;
    private final int why;
    private final DateTimeFormatter when;

    /** @param columns of the terminal */
    LifeLines(PrintStream out, boolean chinese, int columns) {
        this.out = out;
        this.chinese = chinese;
        this.why = Math.max(LEAST_WHY, columns - WHEN - WHAT - WHO - TOLD - 10);
        // Where the sample organisation works.
        this.when = DateTimeFormatter.ofPattern("MM-dd EEE HH:mm", chinese ? Locale.CHINA : Locale.ENGLISH).withZone(ZoneId.of("Asia/Shanghai"));
    }

    /** Whether such an event is told. */
    static boolean tells(JsonNode event) {
        return WORDS.containsKey(event.path("type").asText());
    }

    /** @param told who got a notice of it */
    void event(JsonNode lead, JsonNode event, List<String> told) {
        Words words = WORDS.get(event.path("type").asText());
        if (words == null) {
            return;
        }
        String reason = event.path("type").asText().equals("assigned")
                ? lead.path("decision").path("sentence").path(chinese ? "zh" : "en").asText("") : chinese ? words.whyZh() : words.whyEn();
        String owner = event.path("data").path("owner").asText(lead.path("owner").asText(""));
        String recipients = told.isEmpty() ? "" : "→ " + String.join(", ", told);
        out.println("  " + Columns.fit(when.format(Instant.parse(event.path("at").asText())), WHEN) + "  "
                + Columns.fit(chinese ? words.zh() : words.en(), WHAT) + "  " + Columns.fit(owner, WHO) + "  " + Columns.fit(reason, why) + "  "
                + Columns.cut(recipients, TOLD));
    }
}
