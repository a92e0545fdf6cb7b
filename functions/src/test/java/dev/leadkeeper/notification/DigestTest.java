package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.deadlines.ReleaseNotices;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final NotificationWorld world = new NotificationWorld().rep("first");

    private void nine() {
        world.clock.advance(Duration.between(world.clock.now(), NINE));
    }

    @Test
    void kinds_that_can_wait_come_together_at_nine_the_most_urgent_first_and_counted_by_kind() {
        world.comes(world.notice("d1", "dormant", false)).comes(world.notice("r1", "red", true)).comes(world.notice("d2", "dormant", false));
        assertTrue(world.notifier.attempts().isEmpty());
        assertEquals(NINE, world.held().getFirst().until());
        nine();
        assertEquals(3, world.release());
        world.run(10);
        var attempt = world.notifier.attempts().getFirst();
        assertEquals("3 条通知汇总 / 3 notices in one", attempt.title());
        assertEquals("""
                红灯线索 1，沉默客户 2
                · 标题 r1 https://crm.example.com/leads/%s
                · 标题 d1
                · 标题 d2
                1 red leads, 2 dormant customers
                · Title r1 https://crm.example.com/leads/%s
                · Title d1
                · Title d2""".formatted(world.lead, world.lead), attempt.text());
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void each_part_leaves_a_receipt_that_names_the_digest_and_a_late_repeat_of_it_does_nothing() {
        world.comes(world.notice("r1", "red", true)).comes(world.notice("d1", "dormant", false));
        nine();
        world.release();
        world.run(10);
        var receipt = world.events("notice-digested").getFirst().data();
        assertEquals("r1", receipt.get("notice"));
        assertEquals(world.notifier.attempts().getFirst().reference().get("notice"), receipt.get("digest"));
        world.prefers("rep", new Preferences(null, null, null, null, Map.of("red", Preferences.Delivery.ALWAYS, "dormant", Preferences.Delivery.ALWAYS)));
        world.comes(world.notice("r1", "red", true)).comes(world.notice("d1", "dormant", false));
        world.run(10);
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void one_alone_comes_as_itself() {
        world.comes(world.notice("r1", "red", true));
        nine();
        world.release();
        world.run(10);
        assertEquals("r1", world.notifier.attempts().getFirst().reference().get("notice"));
        assertTrue(world.events("notice-digested").isEmpty());
    }

    @Test
    void the_hour_is_the_persons_own() {
        world.prefers("rep", new Preferences(java.time.ZoneId.of("America/New_York"), null, null, LocalTime.of(8, 0), Map.of("todo", Preferences.Delivery.DIGEST)));
        world.comes(world.notice("t1", "todo", false));
        assertEquals(Instant.parse("2026-11-22T13:00:00Z"), world.held().getFirst().until());
    }

    @Test
    void more_than_anybody_reads_becomes_one_digest_after_some_minutes_whatever_its_kind_but_new_leads() {
        for (int i = 0; i < 40; i++) {
            world.comes(world.notice("a" + i, "advice", false));
        }
        assertEquals(10, world.notifier.attempts().size());
        world.deliver.handle(world.message());
        assertEquals(11, world.notifier.attempts().size());
        world.clock.advance(Duration.ofMinutes(5));
        assertEquals(30, world.release());
        world.run(100);
        assertEquals(12, world.notifier.attempts().size());
        assertEquals("30 条通知汇总 / 30 notices in one", world.notifier.attempts().getLast().title());
        world.comes(world.notice("a40", "advice", false));
        assertEquals(13, world.notifier.attempts().size());
    }

    @Test
    void what_waited_for_the_night_to_end_is_one_digest_as_well_if_it_is_too_much() {
        world.prefers("rep", new Preferences(null, List.of(new Preferences.Quiet(java.util.EnumSet.allOf(java.time.DayOfWeek.class),
                LocalTime.of(9, 30), LocalTime.NOON)), null, null, Map.of()));
        for (int i = 0; i < 11; i++) {
            world.comes(world.notice("a" + i, "advice", false));
        }
        world.clock.advance(Duration.ofHours(3));
        world.release();
        world.run(100);
        assertEquals(1, world.notifier.attempts().size());
    }

    @Test
    void whoever_goes_on_after_a_crash_sends_the_same_digest_and_what_came_meanwhile_in_another_one() {
        world.comes(world.notice("r1", "red", true)).comes(world.notice("r2", "red", true));
        nine();
        Queue lost = (channel, body, delay) -> {
            world.queue.send(channel, body);
            throw new Store.AmbiguousFault("the answer was lost", null);
        };
        assertThrows(Store.Fault.class, () -> new ReleaseNotices(world.store, lost, world.clock, "https://crm.example.com/").sweep());
        // an instance whose clock is slow keeps two more for the same nine o'clock
        var late = new dev.leadkeeper.notice.HeldNotices(world.store);
        for (var id : List.of("r3", "r4")) {
            var message = NoticeMessage.first(world.notice(id, "red", true), NINE);
            late.hold(new dev.leadkeeper.notice.HeldNotices.Held(message.notice(), NINE, dev.leadkeeper.notice.HeldNotices.Why.DIGEST, NINE,
                    message.by(Way.LOUD, 0).toDoc()));
        }
        world.clock.advance(Duration.ofMinutes(1));
        world.release();
        world.clock.advance(Duration.ofMinutes(1));
        world.release();
        world.run(100);
        assertEquals(2, world.notifier.attempts().size());
        var digests = world.events("notice-digested").stream().map(event -> event.data().get("notice") + " " + event.data().get("digest")).toList();
        assertEquals(4, digests.size());
        assertEquals(2, digests.stream().map(each -> each.substring(3)).distinct().count());
        assertTrue(world.held().isEmpty());
        assertEquals(0, world.release());
    }

    @Test
    void a_part_that_was_settled_in_another_way_meanwhile_is_left_out() {
        world.comes(world.notice("r1", "red", true)).comes(world.notice("r2", "red", true)).comes(world.notice("r3", "red", true));
        world.deliver.handle(NoticeMessage.first(world.notice("r1", "red", true), world.clock.now()).by(Way.LOUD, 0));
        nine();
        assertEquals(2, world.release());
        world.run(10);
        assertEquals("2 条通知汇总 / 2 notices in one", world.notifier.attempts().getLast().title());
    }

    @Test
    void a_digest_that_reaches_nobody_climbs_the_ladder_like_any_other_notice() {
        world.hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.comes(world.notice("r1", "red", true)).comes(world.notice("r2", "red", true));
        nine();
        world.release();
        world.notifier.then(new Outcome.Dead("x"));
        world.run(10);
        assertEquals(List.of("boss@second"), world.notifier.attempts().getLast().addresses());
    }

    @Test
    void a_sweep_reads_what_is_due_and_one_person_costs_the_same_whoever_else_waits() {
        for (int i = 0; i < 300; i++) {
            world.hire("p" + i, Staff.Role.REP, Staff.Status.ACTIVE, "first");
            var notice = new dev.leadkeeper.lead.Notice("x" + i, "red", "p" + i, null, world.notice("x").title(), world.notice("x").text(), "t");
            new dev.leadkeeper.notice.HeldNotices(world.store).hold(new dev.leadkeeper.notice.HeldNotices.Held(notice, NINE,
                    dev.leadkeeper.notice.HeldNotices.Why.DIGEST, NINE.plus(Duration.ofDays(1)), Map.of()));
        }
        world.comes(world.notice("r1", "red", true));
        nine();
        assertEquals(1, world.release());
        assertEquals(300, world.store.query(new Store.Query(dev.leadkeeper.port.Table.SIGNALS, "notice-held", null, false, 1000, null)).items().size());
    }

    @Test
    void more_than_one_sweep_sends_is_left_to_the_next_and_nothing_is_forgotten() {
        for (int i = 0; i < 310; i++) {
            world.comes(world.notice("d" + i, "dormant", false));
        }
        nine();
        assertEquals(300, world.release());
        assertEquals(10, world.held().size());
        world.clock.advance(Duration.ofMinutes(1));
        assertEquals(10, world.release());
        assertTrue(world.held().isEmpty());
        world.run(100);
        assertEquals(List.of("300 条通知汇总 / 300 notices in one", "10 条通知汇总 / 10 notices in one"),
                world.notifier.attempts().stream().map(each -> each.title()).toList());
    }
}
