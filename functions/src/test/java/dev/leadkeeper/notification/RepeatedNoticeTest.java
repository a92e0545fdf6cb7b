package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import org.junit.jupiter.api.Test;

class RepeatedNoticeTest {
    private final NotificationWorld world = new NotificationWorld();

    @Test
    void a_repeated_message_attempts_nothing_and_still_sends_what_follows() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Failed("x"));
        world.deliver.handle(world.message());
        var once = world.taken();
        var events = world.timelines.of(world.lead);
        world.deliver.handle(world.message());
        assertEquals(1, world.notifier.attempts().size());
        assertEquals(once, world.taken());
        assertEquals(events, world.timelines.of(world.lead));
    }

    @Test
    void a_repeated_message_of_a_delivered_notice_does_nothing() {
        world.rep("first", "second");
        world.deliver.handle(world.message());
        world.deliver.handle(world.message());
        assertEquals(1, world.notifier.attempts().size());
        assertTrue(world.queue.sent().isEmpty());
        assertEquals(1, world.events("notified").size());
    }

    @Test
    void a_crash_between_the_receipt_and_the_next_message_loses_nothing() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Dead("x"));
        Queue broken = (channel, body, delay) -> {
            throw new Store.AmbiguousFault("the queue is away", null);
        };
        assertThrows(Store.Fault.class, () -> world.useCase(broken, "").handle(world.message()));
        world.deliver.handle(world.message());
        assertEquals(1, world.notifier.attempts().size());
        assertEquals(1, world.taken().step());
    }

    @Test
    void a_repeated_escalation_changes_nothing() {
        world.rep("first").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        world.deliver.handle(world.message());
        assertEquals(1, world.todos.of("boss", 10, null).todos().size());
        assertEquals(1, world.events("undelivered").size());
        world.run(10);
        assertEquals(2, world.notifier.attempts().size());
    }

    @Test
    void a_message_repeated_after_its_recipient_left_changes_nothing_about_a_delivered_notice() {
        world.rep("first", "second").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        var second = world.taken();
        world.deliver.handle(second);
        world.hire("rep", Staff.Role.REP, Staff.Status.LEFT, "first", "second");
        world.deliver.handle(world.message());
        world.deliver.handle(second);
        world.run(10);
        assertEquals(2, world.notifier.attempts().size());
        assertTrue(world.events("undelivered").isEmpty());
        assertTrue(world.todos.of("boss", 10, null).todos().isEmpty());
    }

    @Test
    void a_message_about_no_lead_repeated_after_its_recipient_left_changes_nothing_either() {
        world.rep("first", "second").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        var drift = new Notice("drift:1", "drift", "rep", null, world.notice("x").title(), world.notice("x").text(), "trace");
        var first = NoticeMessage.first(drift, world.clock.now());
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(first);
        world.run(10);
        world.hire("rep", Staff.Role.REP, Staff.Status.LEFT, "first", "second");
        world.deliver.handle(first);
        world.run(10);
        assertEquals(2, world.notifier.attempts().size());
        assertTrue(world.todos.of("boss", 10, null).todos().isEmpty());
    }

    @Test
    void an_escalation_repeated_when_other_people_are_managers_tells_nobody_else() {
        world.rep("first").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.notifier.then(new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        world.run(10);
        world.hire("new", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.deliver.handle(world.message());
        world.run(10);
        assertTrue(world.todos.of("new", 10, null).todos().isEmpty());
    }

    @Test
    void a_message_repeated_after_its_recipient_came_back_leaves_the_escalation_as_it_is() {
        world.hire("rep", Staff.Role.REP, Staff.Status.DISABLED, "first").hire("boss", Staff.Role.MANAGER, Staff.Status.ACTIVE, "second");
        world.deliver.handle(world.message());
        world.run(10);
        var events = world.timelines.of(world.lead);
        world.rep("first");
        world.deliver.handle(world.message());
        world.run(10);
        assertEquals(events, world.timelines.of(world.lead));
    }

    @Test
    void a_head_that_a_crash_left_behind_the_receipt_is_moved_on_by_the_repeat() {
        world.rep("first");
        var leads = new Leads(world.store);
        var before = leads.find(world.lead).orElseThrow();
        world.deliver.handle(world.message());
        var after = leads.find(world.lead).orElseThrow();
        world.store.write(new Write.Put(Key.of(Table.LEADS, world.lead), LeadCodec.toDoc(before), Condition.NONE));
        world.deliver.handle(world.message());
        assertEquals(after, leads.find(world.lead).orElseThrow());
    }

    @Test
    void two_instances_with_the_same_message_agree_on_one_receipt() {
        var store = new InMemoryStore();
        var shared = new NotificationWorld(store).rep("first", "second");
        shared.notifier.then(new Outcome.Dead("x"), new Outcome.Sent("ok"));
        var message = shared.message();
        var receipts = new Receipts(store, shared.clock);
        var history = shared.timelines.of(shared.lead);
        var first = receipts.keep(shared.lead, history, Receipt.of(message, "first", new Outcome.Dead("x")));
        var second = receipts.keep(shared.lead, history, Receipt.of(message, "first", new Outcome.Sent("ok")));
        assertEquals(first, second);
    }
}
