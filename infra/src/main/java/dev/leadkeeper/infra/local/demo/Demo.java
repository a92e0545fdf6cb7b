package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.LocalCloud;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Posts the samples, shows what becomes of each, and says in the end whether all became what they should. */
public final class Demo {
    /** After that, what has not settled is shown as it stands, and deviates. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** States in which nothing more will happen to a new lead by itself. */
    private static final Set<String> FINAL = Set.of("assigned", "nurturing", "waiting", "attention", "test");

    private final LocalCloud cloud;
    private final PrintStream out;
    private final Table table;
    private final boolean chinese;
    private final int columns;
    private final boolean life;
    private final List<Posted> posted = new ArrayList<>();
    private final Map<String, JsonNode> leads = new LinkedHashMap<>();
    private final Map<String, JsonNode> attention = new LinkedHashMap<>();
    /** When each lead was first posted; a repeat of the delivery notifies nobody. */
    private final Map<String, Posted> first = new LinkedHashMap<>();
    private final List<Long> millis = new ArrayList<>();
    private ObjectNode followUp = Json.object();

    /** @param life whether to tell the whole life of a lead as well, for which the clock is put forward by months */
    public Demo(LocalCloud cloud, PrintStream out, boolean chinese, int columns, boolean life) {
        this.cloud = cloud;
        this.out = out;
        this.chinese = chinese;
        this.columns = columns;
        this.life = life;
        this.table = new Table(out, chinese, columns);
    }

    /**
     * Posts all samples and waits until they settle.
     *
     * @return {@code {"samples","asExpected","leads","p50PostToNoticeMs","p99PostToNoticeMs","files","filesAsExpected","reviews"}},
     *         and of a whole life {@code "life","lifeAsExpected","lifeDays"}
     */
    public ObjectNode run(List<Sample> samples) throws IOException, InterruptedException {
        try (Api api = new Api(cloud.api())) {
            table.head();
            for (Sample sample : samples) {
                Instant sent = cloud.clock().instant();
                HttpResponse<byte[]> response = api.send(Sender.request(sample, cloud.api(), sent));
                Posted done = Posted.of(sample, sent, response.statusCode(), Json.parse(response.body()).orElseGet(Json::object));
                posted.add(done);
                done.leads().forEach(id -> first.putIfAbsent(id, done));
                if (done.leads().isEmpty() && done.attention().isEmpty()) {
                    table.refused(sample, done.status());
                }
            }
            watch(api);
            followUp = new FollowUpDemo(api, out, chinese, cloud.clock()).run(leads.values());
            if (life) {
                followUp.setAll(new LifeDemo(cloud, api, out, chinese, columns).run(leads.values()));
            }
        }
        return summary();
    }

    private void watch(Api api) throws IOException, InterruptedException {
        Set<String> shown = new HashSet<>();
        Instant end = Instant.now().plus(PATIENCE);
        boolean last = false;
        while (true) {
            // Asked before looking: what is settled now is complete in the look that follows.
            boolean settled = api.get("/local/status").path("settled").asBoolean();
            last = settled || Instant.now().isAfter(end);
            JsonNode list = api.get("/attention");
            list.path("items").forEach(entry -> attention.put(entry.path("id").asText(), entry));
            for (Posted each : posted) {
                for (String id : each.leads()) {
                    if (!shown.contains(each.sample().file() + id)) {
                        show(api, each, id, last, shown);
                    }
                }
                for (String id : each.attention()) {
                    if ((attention.containsKey(id) || last) && shown.add(each.sample().file() + id)) {
                        table.attention(each.sample(), id, attention.getOrDefault(id, Json.object()));
                    }
                }
            }
            if (last) {
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void show(Api api, Posted each, String id, boolean last, Set<String> shown) throws IOException, InterruptedException {
        JsonNode lead = api.get("/leads/" + id);
        leads.put(id, lead);
        OptionalLong notice = first.get(id) == each ? untilNotice(id, each.sent()) : OptionalLong.empty();
        boolean complete = FINAL.contains(lead.path("state").asText())
                && (notice.isPresent() || first.get(id) == each && !lead.path("state").asText().equals("assigned"));
        if (complete || last) {
            shown.add(each.sample().file() + id);
            notice.ifPresent(millis::add);
            table.lead(each.sample(), lead.isEmpty() ? Json.object().put("id", id).put("state", "?") : lead, notice);
        }
    }

    /** The first notice after the post counts; an earlier one is of a run before, whose data was kept. */
    private OptionalLong untilNotice(String lead, Instant sent) {
        return cloud.outbox().items().stream().filter(notice -> notice.path("lead").asText().equals(lead))
                .map(notice -> Instant.parse(notice.path("at").asText())).filter(at -> !at.isBefore(sent))
                .mapToLong(at -> Duration.between(sent, at).toMillis()).min();
    }

    private ObjectNode summary() {
        int asExpected = 0;
        for (Posted each : posted) {
            List<String> deviations = Comparison.deviations(each, leads, attention);
            deviations.forEach(deviation -> out.println(each.sample().file() + ": " + deviation));
            asExpected += deviations.isEmpty() ? 1 : 0;
        }
        Collections.sort(millis);
        ObjectNode summary = Json.object().put("samples", posted.size()).put("asExpected", asExpected).put("leads", leads.size())
                .put("p50PostToNoticeMs", percentile(50)).put("p99PostToNoticeMs", percentile(99));
        summary.setAll(followUp);
        return summary;
    }

    private long percentile(int percent) {
        return millis.isEmpty() ? 0 : millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
    }
}
