package dev.leadkeeper.infra.local.sources;

import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.template.Place;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a schedule sends: its own input, or the service's default event. */
final class ScheduleEvent {
    private ScheduleEvent() {}

    static byte[] of(Schedule schedule, String region, Instant scheduled, int attempt) {
        String time = scheduled.truncatedTo(ChronoUnit.SECONDS).toString();
        String id = UUID.randomUUID().toString();
        boolean rule = schedule.kind() == Schedule.Kind.RULE;
        String arn = rule ? "arn:aws:events:" + region + ":" + Place.ACCOUNT + ":rule/" + schedule.name()
                : "arn:aws:scheduler:" + region + ":" + Place.ACCOUNT + ":schedule/default/" + schedule.name();
        if (schedule.input().isPresent()) {
            String input = schedule.input().get();
            return (rule ? input : input.replace("<aws.scheduler.scheduled-time>", time)
                    .replace("<aws.scheduler.execution-id>", id)
                    .replace("<aws.scheduler.attempt-number>", String.valueOf(attempt))
                    .replace("<aws.scheduler.schedule-arn>", arn)).getBytes(StandardCharsets.UTF_8);
        }
        var event = Json.object()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", "Scheduled Event")
                .put("source", rule ? "aws.events" : "aws.scheduler")
                .put("account", Place.ACCOUNT)
                .put("time", time)
                .put("region", region);
        event.putArray("resources").add(arn);
        if (rule) {
            event.putObject("detail");
        } else {
            event.put("detail", "{}");
        }
        return Json.bytes(event);
    }
}
