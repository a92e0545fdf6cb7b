package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliverNoticeTest {
    private final NotificationWorld world = new NotificationWorld();

    @Test
    void a_delivered_notice_leaves_a_receipt_on_the_timeline_and_the_time_since_the_post() {
        world.rep("first");
        var message = world.message();
        world.clock.advance(Duration.ofMillis(1200));
        world.deliver.handle(message);
        var receipt = world.events("notified").getFirst();
        assertEquals(Map.of("notice", "n1", "about", "new-lead", "recipient", "rep", "step", 0L, "attempt", 1L,
                "channel", "first", "outcome", "sent", "because", "script"), receipt.data());
        assertEquals(List.of("attempted first sent", "reached after 1200 ms"), world.measured);
        assertTrue(world.queue.sent().isEmpty());
    }

    @Test
    void the_channel_gets_both_languages_the_address_and_a_link_to_the_lead() {
        world.rep("first");
        world.deliver.handle(world.message());
        var attempt = world.notifier.attempts().getFirst();
        assertEquals("新线索 / New lead", attempt.title());
        assertEquals("原因\nreason", attempt.text());
        assertEquals("https://crm.example.com/leads/" + world.lead, attempt.link());
        assertEquals(List.of("rep@first"), attempt.addresses());
        assertEquals(Map.of("zh", "新线索", "en", "New lead"), attempt.reference().get("title"));
        assertEquals(world.lead, attempt.reference().get("lead"));
    }

    @Test
    void without_a_public_url_there_is_no_link() {
        world.rep("first");
        world.useCase(world.queue, "").handle(world.message());
        assertNull(world.notifier.attempts().getFirst().link());
    }

    @Test
    void a_dead_channel_hands_over_to_the_next_one() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Dead("errcode 93000"));
        world.deliver.handle(world.message());
        assertEquals(1, world.taken().step());
        assertEquals("dead", world.events("notice-attempted").getFirst().data().get("outcome"));
    }

    @Test
    void those_whom_a_channel_missed_are_tried_on_the_next_one() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Partial("1 of 2", List.of("rep@first")));
        world.deliver.handle(world.message());
        var next = world.taken();
        assertEquals(1, next.step());
        assertEquals(List.of("rep@first"), next.missed());
    }

    @Test
    void a_throttled_channel_is_asked_again_later_on_the_same_step() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Retry("errcode 45009"));
        world.deliver.handle(world.message());
        assertEquals(Duration.ofSeconds(5), world.queue.sent().getFirst().delay());
        var next = world.taken();
        assertEquals(0, next.step());
        assertEquals(2, next.attempt());
    }

    @Test
    void a_channel_that_is_not_configured_is_dead_and_the_next_one_is_tried() {
        world.rep("nowhere", "second");
        world.deliver.handle(world.message());
        assertEquals("no such channel", world.events("notice-attempted").getFirst().data().get("because"));
        world.run(5);
        assertEquals("second", world.events("notified").getFirst().data().get("channel"));
    }

    @Test
    void somebody_who_left_learns_nothing_and_the_managers_do() {
        world.hire("rep", Staff.Role.REP, Staff.Status.LEFT, "first").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.deliver.handle(world.message());
        world.run(5);
        assertEquals(List.of("boss@second"), world.notifier.attempts().getFirst().addresses());
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void a_notice_about_no_lead_has_its_receipt_among_the_signals() {
        world.rep("first", "second");
        var drift = new Notice("drift:1", "drift", "rep", null, world.notice("x").title(), world.notice("x").text(), "trace");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(NoticeMessage.first(drift, world.clock.now()));
        world.deliver.handle(NoticeMessage.first(drift, world.clock.now()));
        assertEquals(1, world.notifier.attempts().size());
        assertEquals(2, world.queue.take(Queue.Channel.NOTICES).size());
    }

    @Test
    void when_no_channel_works_the_managers_get_a_to_do_and_a_notice_that_names_the_lead() {
        world.rep("first").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second")
                .hire("away", Staff.Role.MANAGER, Staff.Status.LEFT, "second");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        var todo = world.todos.of("boss", 10, null).todos().getFirst();
        assertEquals(world.lead, todo.lead());
        assertEquals("undelivered", todo.kind());
        var event = world.events("undelivered").getFirst();
        assertEquals(Map.of("notice", "n1", "recipient", "rep", "told", List.of("boss"), "rung", "supervisors"), event.data());
        var next = world.taken().notice();
        assertEquals("undelivered", next.kind());
        assertEquals("boss", next.recipient());
        assertTrue(next.title().en().contains(world.lead));
        assertTrue(world.todos.of("away", 10, null).todos().isEmpty());
    }

    @Test
    void the_organisation_says_who_learns_of_undelivered_notices() {
        world.rep().hire("ops", Staff.Role.ADMIN, Staff.Status.ACTIVE, "second")
                .organisation(Map.of("channels", Map.of("second", Map.of("type", "outbox")), "undeliveredTo", List.of("ops")));
        world.deliver.handle(world.message());
        assertEquals("ops", world.taken().notice().recipient());
    }

    @Test
    void an_undelivered_notice_that_is_undeliverable_itself_ends_as_a_to_do_and_an_alarm() {
        world.rep().hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        world.run(100);
        assertTrue(world.queue.sent().isEmpty());
        assertEquals(1, world.todos.of("boss", 10, null).todos().size());
        assertEquals(List.of("undelivered new-lead supervisors", "attempted second dead", "undelivered undelivered supervisors"), world.measured);
    }

    @Test
    void a_manager_whose_own_notice_fails_keeps_a_to_do_and_is_not_told_through_the_same_broken_channels() {
        world.hire("rep", Staff.Role.MANAGER, Staff.Status.ACTIVE, "first");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        assertTrue(world.queue.sent().isEmpty());
        assertEquals(1, world.todos.of("rep", 10, null).todos().size());
    }

    @Test
    void a_robot_over_its_rate_delays_the_message_to_the_next_window_without_counting_an_attempt() {
        world.rep("robot").channels(Map.of("robot", Map.of("type", "wecom-robot", "perMinute", 1)));
        world.deliver.handle(world.message());
        world.clock.advance(Duration.ofSeconds(20));
        world.deliver.handle(NoticeMessage.first(world.notice("n2"), world.clock.now()));
        assertEquals(Duration.ofSeconds(40), world.queue.sent().getFirst().delay());
        var waiting = world.taken();
        assertEquals(1, waiting.attempt());
        assertEquals(1, world.notifier.attempts().size());
        world.clock.advance(Duration.ofSeconds(40));
        world.deliver.handle(waiting);
        assertEquals(2, world.notifier.attempts().size());
    }

    @Test
    void a_message_waits_for_a_window_that_is_near_and_takes_the_next_channel_if_it_is_full_again() {
        world.rep("robot", "second").channels(Map.of("robot", Map.of("type", "wecom-robot", "perMinute", 1), "second", Map.of("type", "outbox")));
        world.clock.advance(Duration.ofSeconds(40));
        world.deliver.handle(world.message());
        world.deliver.handle(NoticeMessage.first(world.notice("n2"), world.clock.now()));
        var waiting = world.taken();
        assertEquals(0, waiting.step());
        world.clock.advance(Duration.ofSeconds(20));
        world.deliver.handle(NoticeMessage.first(world.notice("n3"), world.clock.now()));
        world.deliver.handle(waiting);
        assertEquals(1, world.taken().step());
        assertEquals("over the channel's rate", world.events("notice-attempted").getFirst().data().get("because"));
    }

    @Test
    void a_message_takes_the_next_channel_at_once_if_the_window_is_far() {
        world.rep("robot", "second").channels(Map.of("robot", Map.of("type", "wecom-robot", "perMinute", 1), "second", Map.of("type", "outbox")));
        world.deliver.handle(world.message());
        world.deliver.handle(NoticeMessage.first(world.notice("n2"), world.clock.now()));
        assertEquals(1, world.taken().step());
    }

    @Test
    void no_receipt_holds_an_address() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Partial("1 of 1 not reached", List.of("rep@first")));
        world.deliver.handle(world.message());
        world.run(5);
        world.timelines.of(world.lead).forEach(event -> assertFalse(event.data().toString().contains("@"), event.toString()));
    }
}
