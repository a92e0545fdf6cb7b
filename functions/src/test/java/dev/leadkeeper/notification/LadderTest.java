package dev.leadkeeper.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Notifier.Outcome;
import dev.leadkeeper.settings.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {
    private final NotificationWorld world = new NotificationWorld();

    LadderTest() {
        person("rep", Staff.Role.REP, "east");
        person("boss-east", Staff.Role.MANAGER, "east");
        person("boss-west", Staff.Role.MANAGER, "west");
        person("fallback", Staff.Role.MANAGER, "west");
        person("admin", Staff.Role.ADMIN, "office");
        var documents = new Documents(world.store);
        documents.save("rulebook", "1", 0, Map.of("version", "1",
                "tiers", List.of(Map.of("name", "all", "from", 0)),
                "rules", List.of(), "fallback", Map.of("reps", List.of("fallback"))));
        documents.save("live", "rulebook", 0, Map.of("version", "1"));
    }

    private void person(String id, Staff.Role role, String group) {
        new StaffBook(world.store).save(new Staff(id, id, role, Set.of(group), Staff.Status.ACTIVE, true, Set.of(), Set.of(), List.of(), Set.of(), 1,
                8, null, null, null, List.of(), Staff.Figures.NONE, List.of(new Staff.Address("first", id + "@first")), Staff.Ledger.NEW));
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            world.notifier.then(new Outcome.Dead("x"));
        }
        world.deliver.handle(world.message());
        world.run(100);
    }

    private List<Object> asked() {
        return world.notifier.attempts().stream().<Object>map(attempt -> attempt.addresses().getFirst().replaceFirst("@.*", "")).toList();
    }

    @Test
    void a_reps_own_supervisor_is_told_first_and_nobody_else_if_that_works() {
        fails(1);
        assertEquals(List.of("rep", "boss-east"), asked());
        assertTrue(world.todos.of("boss-west", 10, null).todos().isEmpty());
        assertEquals(1, world.todos.of("boss-east", 10, null).todos().size());
    }

    @Test
    void then_the_fallback_owner_and_then_the_admins_each_with_receipts() {
        fails(4);
        assertEquals(List.of("rep", "boss-east", "fallback", "admin"), asked());
        assertEquals(List.of("supervisors", "fallback", "admins", "admins"),
                world.events("undelivered").stream().map(event -> event.data().get("rung")).toList());
        assertEquals(List.of("undelivered new-lead supervisors", "undelivered undelivered fallback", "undelivered undelivered admins",
                "undelivered undelivered admins"), world.measured.stream().filter(each -> each.startsWith("undelivered")).toList());
    }

    @Test
    void every_rung_learns_of_the_notice_that_reached_nobody_and_not_of_the_ladder() {
        fails(3);
        assertTrue(world.notifier.attempts().getLast().title().contains("rep"));
        assertFalse(world.notifier.attempts().getLast().title().contains("boss-east"));
    }

    @Test
    void whom_the_organisation_names_takes_the_place_of_supervisors_and_fallback_owner() {
        world.organisation(Map.of("channels", Map.of("first", Map.of("type", "outbox")), "undeliveredTo", List.of("boss-west")));
        fails(2);
        assertEquals(List.of("rep", "boss-west", "admin"), asked());
    }

    @Test
    void a_rung_on_which_somebody_was_reached_does_not_climb_on() {
        person("boss-east-2", Staff.Role.MANAGER, "east");
        world.notifier.then(new Outcome.Dead("x"), new Outcome.Sent("ok"), new Outcome.Dead("x"));
        world.deliver.handle(world.message());
        world.run(100);
        assertEquals(List.of("rep", "boss-east", "boss-east-2"), asked());
    }

    @Test
    void a_repeated_climb_changes_nothing() {
        fails(4);
        var events = world.timelines.of(world.lead);
        world.deliver.handle(world.message());
        world.run(100);
        assertEquals(4, asked().size());
        assertEquals(events, world.timelines.of(world.lead));
    }

    @Test
    void a_notice_about_no_lead_climbs_as_well_and_once() {
        world.notifier.then(new Outcome.Dead("x"), new Outcome.Dead("x"));
        world.comes(world.notice("t1", "todo", false));
        world.run(100);
        world.comes(world.notice("t1", "todo", false));
        world.run(100);
        assertEquals(List.of("rep", "boss-east", "fallback"), asked());
    }
}
