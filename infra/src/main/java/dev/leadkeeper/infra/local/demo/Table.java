package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.OptionalLong;

/** Prints one line per lead, as it settles. */
final class Table {
    /** The beginning of an id, long enough to tell leads apart. */
    private static final int LEAD = 8;
    private static final int FORM = 17;
    private static final int SCORE = 5;
    private static final int TIER = 8;
    private static final int OWNER = 16;
    private static final int MILLIS = 7;
    /** Blanks between the columns. */
    private static final String GAP = "  ";
    /** What is left to the reason sentence, at least. */
    private static final int LEAST_REASON = 20;

    private final PrintStream out;
    private final boolean chinese;
    private final int reason;

    /** @param columns of the terminal */
    Table(PrintStream out, boolean chinese, int columns) {
        this.out = out;
        this.chinese = chinese;
        this.reason = Math.max(LEAST_REASON, columns - LEAD - FORM - SCORE - TIER - OWNER - MILLIS - 7 * GAP.length());
    }

    void head() {
        line(chinese ? "线索" : "lead", chinese ? "表单" : "form", chinese ? "评分" : "score", chinese ? "档位" : "tier",
                chinese ? "负责人/池" : "owner or pool", chinese ? "原因" : "reason", "ms");
    }

    /** @param millis from the post to its notice, if anybody was notified */
    void lead(Sample sample, JsonNode lead, OptionalLong millis) {
        String owner = lead.path("owner").asText("");
        String pool = lead.path("pool").asText("");
        String sentence = lead.path("decision").path("sentence").path(chinese ? "zh" : "en").asText("");
        String shown = sentence.isEmpty() ? lead.path("reason").asText("") : sentence;
        line(lead.path("id").asText(""), sample.form(), lead.path("score").path("total").asText(""), lead.path("tier").asText(""),
                lead.path("owner").isNull() || owner.isEmpty() ? pool.isEmpty() || pool.equals("null") ? "(" + lead.path("state").asText() + ")"
                        : "[" + pool + "]" : owner,
                shown.equals("null") ? "" : shown, millis.isPresent() ? String.valueOf(millis.getAsLong()) : "");
    }

    void attention(Sample sample, String id, JsonNode entry) {
        JsonNode why = entry.path("reason");
        line(id, sample.form(), "", "", chinese ? "(待处理)" : "(attention)",
                why.isObject() ? why.path(chinese ? "zh" : "en").asText(why.toString()) : why.asText(""), "");
    }

    void refused(Sample sample, int status) {
        line("", sample.form(), "", "", "(" + status + ")", sample.title(), "");
    }

    private void line(String lead, String form, String score, String tier, String owner, String why, String millis) {
        out.println(GAP + Columns.fit(lead.length() > LEAD ? lead.substring(0, LEAD) : lead, LEAD) + GAP + Columns.fit(form, FORM) + GAP + Columns.right(score, SCORE) + GAP
                + Columns.fit(tier, TIER) + GAP + Columns.fit(owner, OWNER) + GAP + Columns.fit(why, reason) + GAP + Columns.right(millis, MILLIS));
    }
}
