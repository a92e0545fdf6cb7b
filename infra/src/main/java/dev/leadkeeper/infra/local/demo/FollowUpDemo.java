package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three reps follow their leads up: one as it should be, one with a macro file under another name, one with a proposal older than the need. */
final class FollowUpDemo {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String PDF = "application/pdf";
    private static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final Instant LONG_AGO = Instant.parse("2025-01-10T02:00:00Z");
    private static final String OLD = "older-than-requirement";
    private static final int REPS = 3;

    private final Api api;
    private final PrintStream out;
    private final boolean chinese;
    private final InstantSource clock;
    private int files;
    private int asExpected;

    /** @param clock by which the reps promise */
    FollowUpDemo(Api api, PrintStream out, boolean chinese, InstantSource clock) {
        this.api = api;
        this.out = out;
        this.chinese = chinese;
        this.clock = clock;
    }

    /** A file to upload. @param expected {@code valid}, {@code rejected}, or {@code older-than-requirement}: valid and flagged */
    private record Upload(String name, String type, byte[] content, String expected) {}

    /**
     * @param leads of the samples
     * @return {@code {"files","filesAsExpected","reviews"}}
     */
    ObjectNode run(Iterable<JsonNode> leads) throws IOException, InterruptedException {
        var owned = ofDifferentReps(leads);
        if (owned.size() < REPS) {
            return Json.object();
        }
        out.println();
        out.println(chinese ? "跟进与证据" : "Follow-up with evidence");
        var now = Instant.now();
        var first = owned.get(0);
        var contacted = api.post("/leads/" + id(first) + "/contacted", rep(first), Json.object().put("channel", "phone").put("note", "张总说下周三看工厂,预算200万"), null);
        line(first, chinese ? "已联系" : "contacted", "", contacted.path("contacted").asBoolean() ? chinese ? "响应计时停止" : "the response clock stops" : contacted.path("detail").asText());
        record(first, "proposal", List.of(new Upload("方案.pdf", PDF, SampleFiles.pdf("Proposal", now), "valid"),
                new Upload("方案.pptx", PPTX, SampleFiles.deck("Proposal", false), "valid")));
        record(owned.get(1), "proposal", List.of(new Upload("方案.pdf", PDF, SampleFiles.pdf("Proposal 2", now), "valid"),
                new Upload("方案（宏已改名）.pptx", PPTX, SampleFiles.deck("Proposal 2", true), "rejected")));
        record(owned.get(2), "requirement", List.of(new Upload("需求确认书.pdf", PDF, SampleFiles.pdf("Requirement", now), "valid")));
        record(owned.get(2), "proposal", List.of(new Upload("旧方案.pdf", PDF, SampleFiles.pdf("Old proposal", LONG_AGO), OLD),
                new Upload("新方案.pptx", PPTX, SampleFiles.deck("Proposal 3", false), "valid")));
        var reviews = api.get("/reviews").path("items");
        for (var review : reviews) {
            out.println("  " + Columns.fit(chinese ? "待复核" : "to review", 16) + "  " + Columns.fit(review.path("activity").path("staff").asText(), 14) + "  "
                    + review.path("activity").path("type").asText() + "  " + review.path("credibility").path("total").asText() + "/100");
        }
        return Json.object().put("files", files).put("filesAsExpected", asExpected).put("reviews", reviews.size());
    }

    private static List<JsonNode> ofDifferentReps(Iterable<JsonNode> leads) {
        var byRep = new HashMap<String, JsonNode>();
        var owned = new ArrayList<JsonNode>();
        for (var lead : leads) {
            if (lead.path("state").asText().equals("assigned") && byRep.putIfAbsent(rep(lead), lead) == null) {
                owned.add(lead);
            }
        }
        return owned;
    }

    /** The same key for the same sample: on kept data the record stands already, and nothing is uploaded again. */
    private void record(JsonNode lead, String type, List<Upload> uploads) throws IOException, InterruptedException {
        var body = Json.object().put("type", type).put("solved", "确认了预算与型号").put("nextStep", "客户下周三看工厂").put("promise", "补充报价")
                .put("promiseBy", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7).toString()).put("result", "going-on");
        body.putArray("people").addObject().put("name", "张总").put("role", "decider");
        var declared = body.putArray("files");
        uploads.forEach(file -> declared.addObject().put("name", file.name()).put("type", file.type()).put("bytes", file.content().length)
                .put("sha256", Multipart.sha256(file.content())));
        var answer = api.post("/leads/" + id(lead) + "/activities", rep(lead), body, "sample-" + type);
        var activity = answer.has("current") ? answer.path("current") : answer;
        for (var form : activity.path("uploads")) {
            var file = uploads.get(Integer.parseInt(form.path("file").asText().substring(1)) - 1);
            api.send(Multipart.of(form.path("url").asText(), fields(form.path("fields")), file.content()));
        }
        var path = "/leads/" + id(lead) + "/activities/" + activity.path("id").asText();
        var judged = judged(path);
        for (int i = 0; i < uploads.size(); i++) {
            tell(lead, type, uploads.get(i), judged.path("files").path(i));
        }
    }

    private JsonNode judged(String path) throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var activity = api.get(path);
            var open = activity.path("files").findValuesAsText("state").stream().anyMatch(state -> state.equals("awaited") || state.equals("checking"));
            if (!open && activity.has("files") || Instant.now().isAfter(end)) {
                return activity;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void tell(JsonNode lead, String type, Upload file, JsonNode judged) {
        var flags = new ArrayList<String>();
        judged.path("flags").forEach(flag -> flags.add(flag.asText()));
        var state = judged.path("state").asText();
        var became = state.equals("valid") && flags.contains(OLD) ? OLD : state;
        files++;
        asExpected += became.equals(file.expected()) ? 1 : 0;
        var why = judged.path("reasons").path(0).path(chinese ? "zh" : "en").asText("");
        line(lead, type, file.name(), state + (flags.isEmpty() ? "" : " " + flags) + (why.isEmpty() ? "" : "  " + why));
    }

    private void line(JsonNode lead, String what, String file, String became) {
        out.println("  " + Columns.fit(rep(lead), 16) + "  " + Columns.fit(what, 14) + "  " + Columns.fit(file, 24) + "  " + became);
    }

    private static Map<String, String> fields(JsonNode node) {
        var fields = new HashMap<String, String>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static String id(JsonNode lead) {
        return lead.path("id").asText();
    }

    private static String rep(JsonNode lead) {
        return lead.path("owner").asText();
    }
}
