package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.AddressProblems;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private final NotificationWorld world = new NotificationWorld().hire("admin", Staff.Role.ADMIN, Staff.Status.ACTIVE, "first");
    private final Map<String, Outcome> probes = new HashMap<>();
    private int asked;
    private final Notifier channels = new Notifier() {
        @Override
        public Outcome attempt(Attempt attempt) {
            throw new AssertionError("a check bothers nobody");
        }

        @Override
        public Outcome probe(Map<String, Object> channel) {
            asked++;
            return probes.getOrDefault((String) channel.get("name"), new Outcome.Sent("ok"));
        }

        @Override
        public boolean couldReach(Map<String, Object> channel, String address) {
            return address.contains("@");
        }
    };

    private List<String> check() {
        new Checkup(world.store, world.queue, world.clock, channels).check();
        return new AddressProblems(world.store).all().stream().map(found -> found.problem().id()).toList();
    }

    private List<NoticeMessage> told() {
        return world.queue.take(Queue.Channel.NOTICES).stream().map(body -> NoticeMessage.fromDoc(dev.leadkeeper.codec.Doc.of(body))).toList();
    }

    private void nextDay() {
        world.clock.advance(Duration.ofDays(1));
    }

    private void channel(String name) {
        world.channels(Map.of("first", Map.of("type", "outbox", "name", "first"), name, Map.of("type", "outbox", "name", name)));
    }

    @Test
    void where_all_is_well_nobody_is_told() {
        assertEquals(List.of(), check());
        assertEquals(List.of(), told());
    }

    @Test
    void an_expired_credential_is_told_to_the_admins_once_until_it_is_mended_and_once_more_if_it_comes_back() {
        channel("robot");
        probes.put("robot", new Outcome.Dead("errcode 93000"));
        assertEquals(List.of("channel#robot#credential"), check());
        var notice = told().getFirst().notice();
        assertEquals("address", notice.kind());
        assertEquals("admin", notice.recipient());
        assertTrue(notice.text().en().contains("robot") && notice.text().en().contains("93000") && notice.text().zh().contains("robot"));
        nextDay();
        check();
        assertEquals(List.of(), told());
        probes.clear();
        nextDay();
        assertEquals(List.of(), check());
        probes.put("robot", new Outcome.Dead("errcode 93000"));
        nextDay();
        check();
        var again = told();
        assertEquals(1, again.size());
        assertFalse(again.getFirst().notice().id().equals(notice.id()));
    }

    @Test
    void a_channel_that_is_silent_is_asked_once_more_before_anybody_worries() {
        channel("robot");
        probes.put("robot", new Outcome.Retry("timed out"));
        assertEquals(List.of("channel#robot#silent"), check());
        assertEquals(3, asked);
    }

    @Test
    void people_without_a_channel_with_an_unknown_one_or_with_an_address_that_cannot_be_are_found() {
        world.hire("nowhere", Staff.Role.REP, Staff.Status.ACTIVE).hire("elsewhere", Staff.Role.REP, Staff.Status.LEAVE, "fax");
        var book = new StaffBook(world.store);
        book.save(new Staff("typo", "typo", Staff.Role.REP, Set.of(), Staff.Status.ACTIVE, true, Set.of(), Set.of(), List.of(), Set.of(), 1, 8, null, null,
                null, List.of(), Staff.Figures.NONE, List.of(new Staff.Address("first", "138x")), Staff.Ledger.NEW));
        assertEquals(List.of("staff#elsewhere#fax#unknown-channel", "staff#nowhere#no-channel", "staff#typo#first#syntax"), check());
        assertFalse(new AddressProblems(world.store).all().toString().contains("138x"), "no address is told");
    }

    @Test
    void somebody_who_left_and_still_owns_leads_is_found() {
        world.hire("gone", Staff.Role.REP, Staff.Status.LEFT);
        world.store.write(new dev.leadkeeper.port.Write.Update(dev.leadkeeper.port.Key.of(dev.leadkeeper.port.Table.STAFF, "gone"),
                List.of(dev.leadkeeper.port.Change.set("owned", 3L)), dev.leadkeeper.port.Condition.NONE));
        assertEquals(List.of("staff#gone#gone-with-leads"), check());
    }

    @Test
    void an_address_that_a_channel_refused_within_the_last_day_is_found_and_forgotten_when_it_works_again() {
        world.rep("first", "second");
        world.notifier.then(new Outcome.Dead("errcode 0 but nobody reached"));
        world.deliver.handle(world.message());
        told();
        assertEquals(List.of("staff#rep#first#refused"), check());
        nextDay();
        world.clock.advance(Duration.ofHours(3));
        assertEquals(List.of(), check());
    }

    @Test
    void whose_channel_as_a_whole_does_not_work_is_not_named_one_by_one() {
        channel("robot");
        world.rep("robot");
        probes.put("robot", new Outcome.Dead("errcode 93000"));
        world.notifier.then(new Outcome.Dead("errcode 93000"));
        world.deliver.handle(world.message());
        assertEquals(List.of("channel#robot#credential"), check());
    }

    @Test
    void a_check_that_died_before_it_told_anybody_is_made_up_for_by_the_next_and_tells_once() {
        channel("robot");
        probes.put("robot", new Outcome.Dead("errcode 93000"));
        Queue broken = (to, body, delay) -> {
            throw new dev.leadkeeper.port.Store.AmbiguousFault("away", null);
        };
        org.junit.jupiter.api.Assertions.assertThrows(dev.leadkeeper.port.Store.Fault.class,
                () -> new Checkup(world.store, broken, world.clock, channels).check());
        check();
        var first = told();
        check();
        assertEquals(1, first.size());
        assertEquals(List.of(), told());
    }
}
