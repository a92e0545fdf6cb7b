package dev.leadkeeper.infra.local.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.infra.local.functions.Invoker;
import dev.leadkeeper.infra.local.template.Template;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import dev.leadkeeper.infra.local.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TravelTest {
    private final Instant start = Instant.parse("2026-03-02T00:30:30Z");
    private final VirtualClock clock = new VirtualClock(() -> start, Duration.ZERO);
    private final List<String> fired = new ArrayList<>();
    private final List<Template.Function> functions = List.of(function("minutely", "rate(1 minute)"), function("hourly", "cron(5 * * * ? *)"),
            function("daily", "cron(0 9 * * ? *)"));
    private final Scheduler scheduler = new Scheduler(functions, clock, (name, event) -> {
        fired.add(name + " " + clock.instant());
        return new Invoker.Outcome.Returned(new byte[0]);
    }, null, "us-east-1");
    private int restless;
    private int arrivals;

    private Travel travel(boolean schedules) {
        return new Travel(clock, scheduler, schedules, () -> restless-- <= 0, () -> arrivals++);
    }

    private static Template.Function function(String name, String expression) {
        Schedule schedule = new Schedule(name, Schedule.Kind.RULE, expression, ZoneId.of("UTC"), Optional.empty(), true, Optional.empty(), 0,
                Duration.ofHours(1));
        return new Template.Function(name, name, "arn", "h", Duration.ofSeconds(3), 128, 0, List.of(schedule));
    }

    private List<String> of(String name) {
        return fired.stream().filter(each -> each.startsWith(name)).toList();
    }

    @Test
    void in_an_hour_every_minute_fires_at_its_time() throws InterruptedException {
        Travel.Trip trip = travel(true).to(start.plus(Duration.ofHours(1)));
        assertEquals(60, of("minutely").size());
        assertEquals("minutely 2026-03-02T00:31:30Z", of("minutely").getFirst());
        assertEquals(List.of("hourly 2026-03-02T01:05:00Z"), of("hourly"));
        assertEquals(Map.of(), trip.merged());
    }

    @Test
    void in_a_day_the_hourly_and_the_daily_ones_fire_at_their_times_and_those_of_a_minute_once_at_every_stop() throws InterruptedException {
        Travel.Trip trip = travel(true).to(start.plus(Duration.ofDays(1)));
        assertEquals(24, of("hourly").size());
        assertTrue(of("hourly").stream().allMatch(each -> each.endsWith(":05:00Z")));
        assertEquals(List.of("daily 2026-03-02T09:00:00Z"), of("daily"));
        assertEquals(26, of("minutely").size(), "24 hours, the day's, and the end");
        assertEquals(Map.of("minutely", 26L, "hourly", 24L, "daily", 1L), trip.fired());
        assertEquals(Map.of("minutely", 1440L - 26), trip.merged());
        assertEquals(fired, fired.stream().sorted((left, right) -> left.split(" ")[1].compareTo(right.split(" ")[1])).toList(), "in order");
        assertEquals(start.plus(Duration.ofDays(1)), clock.instant());
        assertEquals(1, arrivals);
    }

    @Test
    void in_a_quarter_the_daily_ones_fire_at_their_times() throws InterruptedException {
        Travel.Trip trip = travel(true).to(start.plus(Duration.ofDays(90)));
        assertEquals(90, of("daily").size());
        assertTrue(of("daily").stream().allMatch(each -> each.endsWith("T09:00:00Z")));
        assertEquals(90L * 24, trip.fired().get("hourly") + trip.merged().get("hourly"));
    }

    @Test
    void it_goes_on_once_what_follows_is_done() throws InterruptedException {
        restless = 3;
        travel(true).to(start.plus(Duration.ofMinutes(2)));
        assertEquals(List.of("minutely 2026-03-02T00:31:30Z", "minutely 2026-03-02T00:32:30Z"), fired);
        assertTrue(restless < 0);
    }

    @Test
    void where_schedules_fire_only_when_asked_nothing_fires() throws InterruptedException {
        travel(false).to(start.plus(Duration.ofDays(1)));
        assertEquals(List.of(), fired);
        assertEquals(start.plus(Duration.ofDays(1)), clock.instant());
    }

    @Test
    void the_past_and_the_next_decades_are_refused_by_name() {
        var past = assertThrows(IllegalArgumentException.class, () -> travel(true).to(start.minusSeconds(1)));
        assertTrue(past.getMessage().contains(start.minusSeconds(1) + " is past"));
        assertThrows(IllegalArgumentException.class, () -> travel(true).to(start.plus(Duration.ofDays(4000))));
        assertEquals(start, clock.instant());
    }
}
