package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.OpenNotices.State;
import dev.leadkeeper.notice.OpenNotices;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** It is ten in the morning in Shanghai when these tests begin. */
class QuietHoursTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final NotificationWorld world = new NotificationWorld().rep("first", "second");

    /** Until noon. */
    private static Preferences quiet(String... channels) {
        return new Preferences(null, List.of(new Preferences.Quiet(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.NOON)),
                Set.of(channels), null, Map.of());
    }

    private void noon() {
        world.clock.advance(Duration.between(world.clock.now(), NOON));
    }

    @Test
    void a_new_lead_comes_in_quiet_hours_as_well() {
        world.prefers("rep", quiet());
        world.deliver.handle(world.message());
        assertEquals(1, world.events("notified").size());
        assertTrue(world.held().isEmpty());
    }

    @Test
    void whatever_else_comes_waits_for_their_end_and_then_comes_once() {
        world.prefers("rep", quiet()).comes(world.notice("n2", "advice", true)).comes(world.notice("n2", "advice", true));
        assertTrue(world.notifier.attempts().isEmpty());
        assertEquals(NOON, world.held().getFirst().until());
        assertEquals(0, world.release());
        noon();
        assertEquals(1, world.release());
        assertEquals(0, world.release());
        world.run(10);
        assertEquals(1, world.notifier.attempts().size());
        assertEquals("n2", world.events("notified").getFirst().data().get("notice"));
        assertTrue(world.held().isEmpty());
        world.comes(world.notice("n2", "advice", true));
        world.run(10);
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void what_was_kept_once_more_on_an_older_look_by_somebody_who_died_is_forgotten_when_it_has_come() {
        world.prefers("rep", quiet()).comes(world.notice("n2", "advice", true));
        var kept = world.held().getFirst();
        noon();
        world.release();
        world.run(10);
        new HeldNotices(world.store).hold(kept);
        assertEquals(1, world.held().size());

        world.comes(world.notice("n2", "advice", true));
        assertTrue(world.held().isEmpty());
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void what_waited_for_room_and_is_kept_then_is_not_listed_as_if_it_were_still_tried() {
        var waiting = NoticeMessage.first(world.notice("n2", "advice", true), world.clock.now()).waiting(Duration.ofSeconds(30));
        new OpenNotices(world.store).list(State.PENDING, OpenNotices.Open.of(waiting.notice(), waiting.since(), "room", NOON, "first", List.of()), world.clock.now());
        world.prefers("rep", quiet()).deliver.handle(waiting);

        assertEquals(1, world.held().size());
        assertEquals(List.of(), world.open(State.PENDING));
    }

    @Test
    void what_somebody_listed_as_about_to_be_tried_and_died_is_off_the_list_when_the_message_comes_again_and_it_is_settled() {
        for (var quiet : List.of(false, true)) {
            var other = new NotificationWorld().rep("first", "second");
            var notice = other.notice("n2", "advice", true);
            other.comes(notice);
            new OpenNotices(other.store).list(State.PENDING, OpenNotices.Open.of(notice, other.clock.now(), "next-channel", NOON, "first", List.of()), other.clock.now());
            if (quiet) {
                other.prefers("rep", quiet());
            }

            other.comes(notice);
            assertEquals(List.of(), other.open(State.PENDING), "in quiet hours: " + quiet);
            assertEquals(1, other.notifier.attempts().size());
        }
    }

    @Test
    void a_channel_that_is_allowed_then_is_used_instead() {
        world.prefers("rep", quiet("second")).comes(world.notice("n2", "advice", true));
        assertEquals(List.of("rep@second"), world.notifier.attempts().getFirst().addresses());
        assertTrue(world.held().isEmpty());
    }

    @Test
    void when_the_channel_that_is_allowed_fails_the_others_are_tried_when_quiet_hours_are_over() {
        world.prefers("rep", quiet("second")).comes(world.notice("n2", "advice", true));
        world.hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "third");
        var other = new NotificationWorld().rep("first", "second").prefers("rep", quiet("second"));
        other.notifier.then(new Outcome.Dead("x"));
        other.comes(other.notice("n3", "advice", true));
        assertEquals(NOON, other.held().getFirst().until());
        assertTrue(other.events("undelivered").isEmpty());
        other.clock.advance(Duration.between(other.clock.now(), NOON));
        other.release();
        other.run(10);
        assertEquals(List.of("rep@first"), other.notifier.attempts().getLast().addresses());
        assertEquals(2, other.notifier.attempts().size());
    }

    @Test
    void the_organisations_quiet_hours_hold_for_who_says_nothing_and_a_rep_can_have_none() {
        world.organisation(Map.of("channels", Map.of("first", Map.of("type", "outbox")),
                "notices", Map.of("quietHours", List.of(Map.of("from", "09:00", "to", "12:00")))));
        world.comes(world.notice("n2", "advice", true));
        assertEquals(1, world.held().size());
        world.prefers("rep", new Preferences(null, List.of(), null, null, Map.of()));
        world.comes(world.notice("n3", "advice", true));
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void a_tick_that_dies_at_any_point_leaves_the_notice_to_the_next_and_two_at_once_send_it_once() {
        world.prefers("rep", quiet()).comes(world.notice("n2", "advice", true));
        noon();
        Queue broken = (channel, body, delay) -> {
            throw new Store.AmbiguousFault("the queue is away", null);
        };
        assertThrows(Store.Fault.class, () -> new dev.leadkeeper.deadlines.ReleaseNotices(world.store, broken, world.clock, "").sweep());
        assertEquals(0, world.release(), "the one that died has it for a while");
        world.clock.advance(Duration.ofMinutes(1));
        assertEquals(1, world.release());
        world.run(10);
        assertEquals(1, world.notifier.attempts().size());
        assertTrue(world.held().isEmpty());
    }

    @Test
    void a_message_that_died_between_keeping_the_notice_and_counting_it_counts_it_when_it_comes_again() {
        world.prefers("rep", quiet()).comes(world.notice("n2", "advice", true));
        diedBeforeItWasCounted();
        world.comes(world.notice("n2", "advice", true));
        noon();
        assertEquals(1, world.release());
    }

    @Test
    void what_was_kept_by_somebody_who_died_is_forgotten_when_its_recipient_has_left_since_and_the_managers_learn_of_it() {
        world.hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second").prefers("rep", quiet()).comes(world.notice("n2", "advice", true));
        diedBeforeItWasCounted();
        world.hire("rep", Staff.Role.REP, Staff.Status.LEFT, "first");

        world.comes(world.notice("n2", "advice", true));
        world.run(10);
        assertTrue(world.held().isEmpty());
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void what_was_kept_by_somebody_who_died_goes_out_although_its_message_comes_again_only_after_quiet_hours() {
        world.prefers("rep", quiet("second")).notifier.then(new Outcome.Dead("x"));
        world.comes(world.notice("n2", "advice", true));
        assertEquals(1, world.held().size());
        diedBeforeItWasCounted();
        noon();

        world.comes(world.notice("n2", "advice", true));
        world.release();
        world.run(10);
        assertTrue(world.held().isEmpty());
        assertEquals(List.of("rep@first"), world.notifier.attempts().getLast().addresses());
    }

    @Test
    void what_a_message_on_its_quiet_way_kept_before_it_died_is_forgotten_when_it_comes_again_after_quiet_hours() {
        world.prefers("rep", quiet("second")).notifier.then(new Outcome.Dead("x"));
        var quietly = NoticeMessage.first(world.notice("n2", "advice", true), world.clock.now()).by(Way.QUIET, 1);
        world.deliver.handle(quietly);
        assertEquals(1, world.held().size());
        diedBeforeItWasCounted();
        noon();

        world.deliver.handle(quietly);
        assertTrue(world.held().isEmpty());
        world.run(10);
        assertEquals(List.of("rep@second", "rep@first"), world.notifier.attempts().stream().flatMap(each -> each.addresses().stream()).toList());
    }

    /** As if the entry in the order of time had not been written. */
    private void diedBeforeItWasCounted() {
        new HeldNotices(world.store).due(NOON, 10).forEach(due -> world.store.write(new Write.Delete(
                Key.of(Table.SIGNALS, "notice-due", "%015d#rep".formatted(due.at().toEpochMilli())), Condition.NONE)));
    }

    @Test
    void what_is_not_decided_by_a_channel_yet_is_listed_and_one_that_arrives_at_once_is_never() {
        world.comes(world.notice("n2", "advice", true));
        assertTrue(world.open(State.PENDING).isEmpty());
        world.notifier.then(new Outcome.Retry("busy"));
        world.comes(world.notice("n3", "advice", true));
        var pending = world.open(State.PENDING).getFirst();
        assertEquals("another-attempt", pending.waits());
        assertEquals("first", pending.channel());
        assertEquals(world.clock.now().plusSeconds(5), pending.at());
        world.run(10);
        assertTrue(world.open(State.PENDING).isEmpty());
    }

    @Test
    void what_reached_nobody_is_listed_with_those_who_were_told() {
        world.hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "third");
        world.notifier.then(new Outcome.Dead("a"), new Outcome.Dead("b"));
        world.comes(world.notice("n2", "advice", true));
        world.run(10);
        assertTrue(world.open(State.PENDING).isEmpty());
        assertEquals(List.of("boss"), world.open(State.UNDELIVERED).getFirst().told());
    }

    @Test
    void a_new_lead_that_is_taken_at_once_costs_the_two_writes_of_its_receipt_and_another_kind_one_more() {
        var writes = new ArrayList<Table>();
        var counting = new InMemoryStore() {
            @Override
            public WriteResult write(Write write) {
                writes.add(write.key().table());
                return super.write(write);
            }
        };
        var other = new NotificationWorld(counting).rep("first", "second");
        writes.clear();
        other.deliver.handle(other.message());
        assertEquals(List.of(Table.TIMELINE, Table.LEADS), writes);
        writes.clear();
        other.comes(other.notice("n2", "advice", true));
        assertEquals(List.of(Table.SIGNALS, Table.TIMELINE, Table.LEADS), writes);
    }

    @Test
    void a_new_lead_that_was_kept_on_purpose_does_not_count_as_slow() {
        var sleeps = quiet();
        world.prefers("rep", new Preferences(null, sleeps.quietHours(), null, null, Map.of("new-lead", Preferences.Delivery.AWAKE)));
        world.deliver.handle(world.message());
        noon();
        world.release();
        var telemetry = new dev.leadkeeper.fake.RecordingTelemetry();
        var late = world.taken();
        new NoticeTelemetry(telemetry).reached(late, Duration.ofHours(2));
        new NoticeTelemetry(telemetry).reached(world.message(), Duration.ofSeconds(2));
        assertEquals(1, telemetry.figures().size());
    }
}
