package dev.leadkeeper.infra.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.LocalCloud;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The life of one sample lead, told as it happens: its first owner does nothing, so it goes to somebody else, who makes contact and falls
 * silent, until the manager has it and the customer is dormant. The clock goes from one moment at which something is due to the next, so the
 * story takes seconds and is the same each time; nothing but what the functions do is told.
 */
final class LifeDemo {
    /** What must happen to such a lead, in this order; in between there may be more. */
    private static final List<String> COURSE = List.of("response-at-risk", "response-breached", "response-red", "recycled", "assigned", "contacted",
            "dormant");
    /** A lead that is taken back three times has some twenty events. */
    private static final int MOST_STEPS = 40;
    /** The sweep of every minute has looked by then. */
    private static final Duration TICK = Duration.ofSeconds(61);
    /** The clock stops for schedules with so many times on the way: for those of a day in a week, not for those of an hour. */
    private static final int FEW_STOPS = 10;

    private final LocalCloud cloud;
    private final Api api;
    private final PrintStream out;
    private final boolean chinese;
    private final LifeLines lines;
    private final StringJoiner deviations = new StringJoiner("; ");
    private String first;
    private long shown;
    private int told;
    private int met;

    LifeDemo(LocalCloud cloud, Api api, PrintStream out, boolean chinese, int columns) {
        this.cloud = cloud;
        this.api = api;
        this.out = out;
        this.chinese = chinese;
        this.lines = new LifeLines(out, chinese, columns);
    }

    /**
     * @param leads of the samples
     * @return {@code {"life","lifeAsExpected","lifeDays"}}: what must happen, how much of it did, and how many days went by
     */
    ObjectNode run(Iterable<JsonNode> leads) throws IOException, InterruptedException {
        Optional<String> chosen = chosen(leads);
        Instant began = cloud.clock().instant();
        if (chosen.isPresent()) {
            out.println();
            out.println((chinese ? "一条线索的一生：" : "The life of lead ") + chosen.get().substring(0, 8));
            follow(chosen.get());
        }
        if (met < COURSE.size()) {
            deviations.add((chinese ? "没有发生 " : "did not happen: ") + COURSE.get(met));
        }
        if (deviations.length() > 0) {
            out.println("  " + deviations);
        }
        return Json.object().put("life", COURSE.size()).put("lifeAsExpected", deviations.length() == 0 ? met : Math.min(met, COURSE.size() - 1))
                .put("lifeDays", Duration.between(began, cloud.clock().instant()).toDays());
    }

    /** The first in the samples' order that waits for its owner, by the usual lock and for the usual time. */
    private Optional<String> chosen(Iterable<JsonNode> leads) throws IOException, InterruptedException {
        for (JsonNode each : leads) {
            JsonNode lead = api.get("/leads/" + each.path("id").asText());
            if (lead.path("state").asText().equals("assigned") && lead.path("contactedAt").asText("null").equals("null")
                    && lead.path("tier").asText().equals("warm") && !lead.path("priority").asText().equals("urgent")) {
                return Optional.of(lead.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private void follow(String id) throws IOException, InterruptedException {
        told = cloud.outbox().items().size();
        try (DynamoDbClient store = cloud.endpoints().dynamoDbClient()) {
            for (int step = 0; step < MOST_STEPS && met < COURSE.size(); step++) {
                JsonNode lead = api.get("/leads/" + id);
                tell(lead);
                if (met < COURSE.size() && isForSomebodyElse(lead)) {
                    api.post("/leads/" + id + "/contacted", lead.path("owner").asText(), Json.object().put("channel", "phone"), null);
                    tell(api.get("/leads/" + id));
                }
                Optional<Instant> due = due(store, id);
                if (due.isEmpty() || met == COURSE.size()) {
                    return;
                }
                Instant now = cloud.clock().instant();
                cloud.travel().to(due.get().isAfter(now) ? due.get().plus(TICK) : now.plus(TICK), FEW_STOPS);
            }
        }
    }

    /** A new owner who has not made contact yet; the second one does, and so does the last, who keeps it. */
    private boolean isForSomebodyElse(JsonNode lead) {
        return lead.path("state").asText().equals("assigned") && !lead.path("owner").asText().equals(first)
                && lead.path("contactedAt").asText("null").equals("null");
    }

    /** When something falls due next; the index of what is due knows. */
    private Optional<Instant> due(DynamoDbClient store, String id) {
        AttributeValue at = store.getItem(get -> get.tableName(cloud.environment().get("LEADS_TABLE")).key(Map.of("id", AttributeValue.fromS(id)))
                .consistentRead(true)).item().get("dueAt");
        return Optional.ofNullable(at).map(AttributeValue::s).map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    private void tell(JsonNode lead) {
        for (JsonNode event : lead.path("timeline")) {
            if (event.path("seq").asLong() > shown) {
                shown = event.path("seq").asLong();
                lines.event(lead, event, recipients(lead, event));
                note(lead, event);
            }
        }
    }

    private void note(JsonNode lead, JsonNode event) {
        String type = event.path("type").asText();
        if (type.equals("assigned") && first == null) {
            first = lead.path("owner").asText();
        } else if (met < COURSE.size() && type.equals(COURSE.get(met))) {
            met++;
            if (type.equals("assigned") && lead.path("owner").asText().equals(first)) {
                deviations.add((chinese ? "又分给了 " : "assigned again to ") + first);
            }
        }
        String due = event.path("data").path("due").asText("");
        if (!due.isEmpty()) {
            Duration late = Duration.between(Instant.parse(due), Instant.parse(event.path("at").asText()));
            Duration most = type.equals("dormant") ? Duration.ofDays(1).plus(TICK) : TICK.multipliedBy(2);
            if (late.isNegative() || late.compareTo(most) > 0) {
                deviations.add(type + (chinese ? " 与到期相差 " : " came off its time by ") + late);
            }
        }
    }

    /** Who was told of it, as the outbox says; each notice counts once. */
    private List<String> recipients(JsonNode lead, JsonNode event) {
        if (!LifeLines.tells(event)) {
            return List.of();
        }
        List<JsonNode> items = cloud.outbox().items();
        List<String> recipients = items.subList(told, items.size()).stream().filter(each -> each.path("lead").asText().equals(lead.path("id").asText()))
                .map(each -> each.path("recipient").asText()).distinct().toList();
        told = items.size();
        return recipients;
    }
}
