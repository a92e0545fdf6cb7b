package dev.leadkeeper.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Preferences;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.workbench.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnPreferencesTest {
    private static final String NIGHT = "\"quietHours\":[{\"from\":\"22:00\",\"to\":\"08:00\"}]";

    private final Office office = new Office();
    private final Desk desk = desk();

    private Desk desk() {
        var routes = new HashMap<>(Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids));
        routes.putAll(Workbench.routes(office.store, office.files, office.clock));
        return new Desk(office.staff, routes);
    }

    private Answer put(String body) {
        return desk.answer("PUT /me/preferences", "rep", Office.with(Office.ask(), body));
    }

    private Preferences mine() {
        return office.staff.find("rep").orElseThrow().preferences();
    }

    @Test
    void everybody_says_for_themselves_when_notices_come_and_sees_what_holds() {
        var said = Doc.of(Office.read(put("{" + NIGHT + ",\"quietChannels\":[\"wecom\"],\"kinds\":{\"review\":\"digest\"}}")));
        assertEquals(List.of("wecom"), said.doc("own").texts("quietChannels"));
        var seen = Doc.of(Office.read(desk.answer("GET /me/preferences", "rep", Office.ask())));
        assertEquals(Map.of("review", "digest"), seen.doc("own").map("kinds"));
        assertEquals("09:00", seen.doc("holds").text("digestAt"));
        assertEquals("always", seen.doc("holds").map("kinds").get("new-lead"));
        assertEquals(7, mine().quietHours().getFirst().days().size());
    }

    @Test
    void what_is_not_given_stays_and_null_leaves_it_to_the_organisation() {
        new Documents(office.store).save("organisation", "channels", 0, Map.of("channels", Map.of(), "notices", Map.of("digestAt", "07:00")));
        put("{" + NIGHT + ",\"digestAt\":\"10:00\"}");
        Office.read(put("{\"kinds\":{\"red\":\"awake\"}}"));
        assertEquals(1, mine().quietHours().size());
        var seen = Doc.of(Office.read(put("{\"quietHours\":null,\"digestAt\":null}")));
        assertFalse(seen.doc("own").has("quietHours"));
        assertEquals("07:00", seen.doc("holds").text("digestAt"));
        assertEquals(Preferences.Delivery.AWAKE, mine().of("red"));
    }

    @Test
    void every_mistake_is_named_at_once_in_both_languages_and_nothing_is_stored() {
        var wrong = assertInstanceOf(Answer.Wrong.class, put("{\"zone\":\"Mars\",\"quietHours\":[{\"days\":[\"FUNDAY\"],\"from\":\"25:00\"}],"
                + "\"quietChannels\":[\"fax\"],\"digestAt\":9,\"kinds\":{\"gossip\":\"always\",\"red\":\"never\"},\"mood\":1}"));
        assertEquals(List.of("mood", "zone", "digestAt", "quietHours[0].to", "quietHours[0].days[0]", "quietHours[0].days", "quietHours[0].from",
                "quietChannels", "kinds.gossip", "kinds.red"), wrong.flaws().stream().map(Flaw::field).distinct().toList());
        assertTrue(wrong.flaws().stream().filter(flaw -> !flaw.field().contains("days[")).allMatch(flaw -> flaw.zh() != null));
        assertEquals(Preferences.NONE, mine());
    }

    @Test
    void quiet_hours_that_never_end_are_refused() {
        var wrong = assertInstanceOf(Answer.Wrong.class, put("{\"quietHours\":[{\"from\":\"09:00\",\"to\":\"09:00\"}]}"));
        assertEquals("quietHours", wrong.flaws().getFirst().field());
    }

    @Test
    void an_admin_sets_them_with_the_profile_and_a_rep_and_a_manager_cannot_for_others() {
        var change = Office.with(Office.ask("id=rep2"), "{\"preferences\":{" + NIGHT + "}}");
        assertInstanceOf(Answer.Denied.class, desk.answer("PUT /staff/{id}", "rep", change));
        assertInstanceOf(Answer.Wrong.class, desk.answer("PUT /staff/{id}", "manager", change));
        Office.read(desk.answer("PUT /staff/{id}", "admin", change));
        assertEquals(1, office.staff.find("rep2").orElseThrow().preferences().quietHours().size());
        Office.read(desk.answer("PUT /staff/{id}", "admin", Office.with(Office.ask("id=rep2"), "{\"preferences\":null}")));
        assertEquals(Preferences.NONE, office.staff.find("rep2").orElseThrow().preferences());
    }
}
