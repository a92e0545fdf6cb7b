package dev.leadkeeper.infra.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.sources.Scheduler;
import dev.leadkeeper.infra.local.sources.Travel;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The time of everything here: what it is, and moving it. A move answers once everything that it caused is done.
 * <pre>
 * GET  /local/clock                                  {"now","epochSeconds","speed","schedules":{name:{"function","next","fired","merged"}}}
 * POST /local/clock  {"advance":"PT49H"}             so much further (ISO 8601; days as "P90D")
 * POST /local/clock  {"now":"2026-03-01T08:00:00Z"}  to that time, which is not past
 * POST /local/clock  {"speed":60}                    from now on, so many times as fast as the machine's; 1 is usual
 * </pre>
 */
public final class ClockRoutes {
    private static final List<String> MOVES = List.of("advance", "now", "speed");

    private final VirtualClock clock;
    private final Travel travel;
    private final Scheduler scheduler;

    public ClockRoutes(VirtualClock clock, Travel travel, Scheduler scheduler) {
        this.clock = clock;
        this.travel = travel;
        this.scheduler = scheduler;
    }

    Response show() {
        return Response.json(200, shown());
    }

    private ObjectNode shown() {
        Instant now = clock.instant();
        ObjectNode answer = Json.object().put("now", now.toString()).put("epochSeconds", now.getEpochSecond()).put("speed", clock.speed());
        ObjectNode schedules = answer.putObject("schedules");
        scheduler.tallies().forEach((name, tally) -> schedules.putObject(name).put("function", tally.function())
                .put("next", tally.next().map(Instant::toString).orElse(null)).put("fired", tally.fired()).put("merged", tally.merged()));
        return answer;
    }

    Response move(Request request) throws InterruptedException {
        Optional<JsonNode> body = Json.parse(request.body());
        if (body.isEmpty() || !body.get().isObject() || body.get().size() != 1 || MOVES.stream().noneMatch(body.get()::has)) {
            return Response.message(400, "one of {\"advance\":\"PT4H\"}, {\"now\":\"2026-03-01T08:00:00Z\"} and {\"speed\":60} is needed");
        }
        try {
            return move(body.get().properties().iterator().next());
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            return Response.message(400, e.getMessage());
        }
    }

    private Response move(Map.Entry<String, JsonNode> wanted) throws InterruptedException {
        JsonNode value = wanted.getValue();
        return switch (wanted.getKey()) {
            case "speed" -> {
                if (!value.isInt()) {
                    throw new IllegalArgumentException("a speed is a whole number from 1 to " + VirtualClock.HIGHEST_SPEED + ", not " + value);
                }
                clock.speed(value.asInt());
                yield show();
            }
            case "advance" -> {
                Duration by = Duration.parse(value.asText());
                yield arrived(travel.to(clock.instant().plus(by)));
            }
            default -> arrived(travel.to(Instant.parse(value.asText())));
        };
    }

    private Response arrived(Travel.Trip trip) {
        ObjectNode answer = shown().put("from", trip.from().toString());
        answer.set("fired", Json.of(trip.fired()));
        answer.set("merged", Json.of(trip.merged()));
        return Response.json(200, answer);
    }
}
