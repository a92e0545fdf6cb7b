package dev.leadkeeper.infra.local.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.leadkeeper.infra.local.Json;
import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Only the scheduler's own thread is real here; its time is not. */
class SchedulerTest {
    private final Instant start = Instant.parse("2026-03-01T08:00:00Z");
    private final VirtualClock clock = new VirtualClock(() -> start, Duration.ZERO);
    private final LinkedBlockingQueue<String> fired = new LinkedBlockingQueue<>();

    private Scheduler scheduler(String expression) {
        Schedule schedule = new Schedule("sweep", Schedule.Kind.RULE, expression, ZoneId.of("UTC"), Optional.empty(), true, Optional.empty(), 0,
                Duration.ofHours(1));
        Template.Function function = new Template.Function("Sweep", "stack-Sweep", "arn", "h", Duration.ofSeconds(3), 128, 0, List.of(schedule));
        return new Scheduler(List.of(function), clock, (name, event) -> {
            fired.add(Json.parse(event).orElseThrow().path("time").asText());
            return new Invoker.Outcome.Returned(new byte[0]);
        }, null, "us-east-1");
    }

    @Test
    void a_schedule_fires_when_the_clock_reaches_its_time() throws Exception {
        try (Scheduler scheduler = scheduler("rate(1 hour)")) {
            scheduler.start();
            clock.leap(start.plus(Duration.ofMinutes(59)));
            assertNull(fired.poll(50, TimeUnit.MILLISECONDS));
            clock.leap(start.plus(Duration.ofMinutes(60)));
            assertEquals("2026-03-01T09:00:00Z", fired.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void after_an_outage_a_schedule_fires_once_for_all_the_times_it_missed() throws Exception {
        try (Scheduler scheduler = scheduler("rate(1 hour)")) {
            scheduler.start();
            clock.leap(start.plus(Duration.ofHours(48)));
            assertEquals("2026-03-01T09:00:00Z", fired.poll(5, TimeUnit.SECONDS));
            assertNull(fired.poll(50, TimeUnit.MILLISECONDS));
            clock.leap(start.plus(Duration.ofHours(49)));
            assertEquals("2026-03-03T09:00:00Z", fired.poll(5, TimeUnit.SECONDS));
            assertEquals(47, scheduler.tallies().get("sweep").merged());
        }
    }
}
