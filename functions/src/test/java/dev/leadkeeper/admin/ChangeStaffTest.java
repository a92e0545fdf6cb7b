package dev.leadkeeper.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.people.StaffSheet;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.settings.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeStaffTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office.staff,
            Admin.routes(office.store, office.queue, office.files, office.secrets, office.clock, office.ids));

    private Answer put(String staff, String id, String body) {
        return desk.answer("PUT /staff/{id}", staff, Office.with(Office.ask("id=" + id), body));
    }

    private Staff rep() {
        return office.staff.find("rep").orElseThrow();
    }

    @Test
    void only_what_is_given_changes() {
        var before = rep();
        var entry = Doc.of(Office.read(put("admin", "rep", "{\"canReceive\":false,\"cap\":3}")));
        assertFalse(entry.flag("canReceive"));
        assertEquals(3, entry.number("cap"));
        assertEquals(before.groups(), rep().groups());
        assertEquals(before.channels(), rep().channels());
    }

    @Test
    void counters_and_figures_stay_as_they_are() {
        var rep = rep();
        var figures = new Staff.Figures(List.of(new Staff.Closing("骨科器械", java.time.LocalDate.parse("2026-11-01"), 3, 9)),
                List.of(), List.of());
        office.staff.save(new Staff(rep.id(), rep.name(), rep.role(), rep.groups(), rep.status(), true, rep.skills(),
                rep.industries(), rep.regions(), rep.sizes(), 1, 8, null, null, null, List.of(), figures, rep.channels(), rep.ledger()));
        office.assigned("one", "rep");
        Office.read(put("admin", "rep", "{\"name\":\"新名\"}"));
        assertEquals(1, rep().ledger().open());
        assertEquals(figures, office.staff.findWithFigures("rep").orElseThrow().figures());
    }

    @Test
    void everything_that_people_configure_can_be_set_and_limits_taken_away() {
        var body = """
                {"name":"甲","role":"rep","groups":["west","north"],"status":"leave","canReceive":true,"skills":["b","a"],
                 "industries":["教育"],"regions":["310000","US","asia"],"sizes":["enterprise"],"weight":5,"cap":0,"dayCap":10,
                 "backlogCap":50,"hours":{"zone":"Asia/Shanghai","days":["MONDAY","FRIDAY"],"from":"09:00","to":"18:00"},
                 "leaves":[{"from":"2026-10-01","to":"2026-10-07"}],"channels":[{"channel":"email","address":"a@example.com"},{"channel":"robot"}]}""";
        var entry = Doc.of(Office.read(put("admin", "rep", body)));
        assertEquals(List.of("north", "west"), entry.texts("groups"));
        assertEquals("leave", entry.text("status"));
        assertEquals(List.of("MONDAY", "FRIDAY"), entry.doc("hours").texts("days"));
        assertEquals("", entry.list("channels", Doc::ofValue).getLast().text("address"));
        var freed = Doc.of(Office.read(put("admin", "rep", "{\"dayCap\":null,\"backlogCap\":null,\"hours\":null,\"leaves\":[]}")));
        assertNull(freed.number("dayCap"));
        assertNull(freed.number("backlogCap"));
        assertNull(freed.doc("hours"));
        assertEquals(List.of(), freed.list("leaves", Doc::ofValue));
    }

    @Test
    void an_entry_can_be_stored_as_it_was_read() {
        office.assigned("one", "rep");
        Office.read(put("admin", "rep", Json.write(StaffSheet.full(rep(), false))));
    }

    @Test
    void after_a_change_the_waiting_list_is_worked_through() {
        Office.read(put("manager", "rep", "{\"canReceive\":true}"));
        assertEquals(List.of(Map.of("why", "staff-changed")), office.queue.bodies(Queue.Channel.DRAINS));
        assertInstanceOf(Answer.Wrong.class, put("manager", "rep", "{\"canReceive\":1}"));
        assertEquals(1, office.queue.sent().size());
    }

    @Test
    void a_new_person_needs_a_name_and_a_role() {
        var entry = Doc.of(Office.read(put("admin", "rep-30", "{\"name\":\"乙\",\"role\":\"rep\"}")));
        assertEquals(8, entry.number("cap"));
        assertFalse(entry.flag("canReceive"));
        assertEquals(0, entry.number("open"));
        var wrong = assertInstanceOf(Answer.Wrong.class, put("admin", "rep-31", "{}"));
        assertEquals(List.of("name", "role"), wrong.flaws().stream().map(dev.leadkeeper.people.Flaw::field).toList());
        assertEquals(new Answer.Missing("staff"), put("manager", "rep-31", "{\"canReceive\":true}"));
    }

    @Test
    void a_manager_changes_who_can_receive_when_and_nothing_else() {
        Office.read(put("manager", "rep", "{\"canReceive\":false,\"status\":\"leave\",\"leaves\":[{\"from\":\"2026-12-01\",\"to\":\"2026-12-02\"}]}"));
        Office.read(put("manager", "rep", "{\"status\":\"active\",\"name\":\"员工rep\"}"));
        for (var body : List.of("{\"role\":\"admin\"}", "{\"cap\":99}", "{\"name\":\"x\"}", "{\"status\":\"left\"}", "{\"channels\":[]}")) {
            assertInstanceOf(Answer.Wrong.class, put("manager", "rep", body), body);
        }
        office.hire("gone", Staff.Role.REP, Staff.Status.LEFT);
        assertInstanceOf(Answer.Wrong.class, put("manager", "gone", "{\"status\":\"active\"}"));
    }

    @Test
    void an_admin_does_not_lock_themselves_out() {
        assertInstanceOf(Answer.Wrong.class, put("admin", "admin", "{\"role\":\"rep\"}"));
        assertInstanceOf(Answer.Wrong.class, put("admin", "admin", "{\"status\":\"disabled\"}"));
        Office.read(put("admin", "admin", "{\"status\":\"leave\"}"));
    }

    @Test
    void a_channel_that_the_organisation_does_not_have_is_found_before_it_matters() {
        new Documents(office.store).save("organisation", "channels", 0, Map.of("channels", Map.of("wecom", Map.of("type", "wecom"))));
        Office.read(put("admin", "rep", "{\"channels\":[{\"channel\":\"wecom\",\"address\":\"x\"}]}"));
        var wrong = assertInstanceOf(Answer.Wrong.class, put("admin", "rep", "{\"channels\":[{\"channel\":\"pigeon\",\"address\":\"x\"}]}"));
        assertEquals("channels[0].channel", wrong.flaws().getFirst().field());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{\"open\":0,\"turns\":{\"x\":1}}; turns", "{\"open\":7}; open", "{\"id\":\"other\"}; id", "{\"colour\":\"red\"}; colour",
        "{\"figures\":{}}; figures", "{\"edits\":1}; edits",
        "{\"name\":\"\"}; name", "{\"name\":null}; name", "{\"name\":\"a\\u0000b\"}; name", "{\"role\":\"root\"}; role",
        "{\"status\":\"ACTIVE\"}; status", "{\"canReceive\":\"yes\"}; canReceive", "{\"groups\":\"east\"}; groups",
        "{\"groups\":[\"a\",\"a\"]}; groups[1]", "{\"groups\":[7]}; groups[0]", "{\"regions\":[\"上海\"]}; regions[0]",
        "{\"weight\":0}; weight", "{\"weight\":1.5}; weight", "{\"cap\":-1}; cap", "{\"cap\":99999999999999999999}; cap",
        "{\"cap\":null}; cap", "{\"dayCap\":\"10\"}; dayCap", "{\"hours\":{}}; hours.zone",
        "{\"hours\":{\"zone\":\"Mars/Phobos\",\"days\":[\"MONDAY\"],\"from\":\"09:00\",\"to\":\"18:00\"}}; hours.zone",
        "{\"hours\":{\"zone\":\"UTC\",\"days\":[\"FUNDAY\"],\"from\":\"09:00\",\"to\":\"18:00\"}}; hours.days[0]",
        "{\"hours\":{\"zone\":\"UTC\",\"days\":[\"MONDAY\"],\"from\":\"9\",\"to\":\"18:00\"}}; hours.from",
        "{\"hours\":{\"zone\":\"UTC\",\"days\":[\"MONDAY\"],\"from\":\"19:00\",\"to\":\"18:00\"}}; hours.to",
        "{\"leaves\":[{\"from\":\"2026-10-07\",\"to\":\"2026-10-01\"}]}; leaves[0].to",
        "{\"leaves\":[{\"from\":\"2026-02-30\",\"to\":\"2026-10-01\"}]}; leaves[0].from", "{\"leaves\":[1]}; leaves[0]",
        "{\"channels\":[{\"address\":\"x\"}]}; channels[0].channel", "{\"channels\":[{\"channel\":\"a\",\"key\":\"x\"}]}; channels[0].key"})
    void a_wrong_field_is_named_and_nothing_is_stored(String body, String field) {
        var before = rep();
        var wrong = assertInstanceOf(Answer.Wrong.class, put("admin", "rep", body));
        assertTrue(wrong.flaws().stream().anyMatch(flaw -> flaw.field().equals(field)), wrong.toString());
        assertEquals(before, rep());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pool#north", "figures#rep", "a b", "-x", "名"})
    void what_cannot_be_an_id_is_nobody(String id) {
        assertEquals(new Answer.Missing("staff"), put("admin", id, "{\"name\":\"x\",\"role\":\"admin\"}"));
    }

    @Test
    void two_who_change_different_fields_at_once_both_succeed() {
        var seen = office.staff.findToEdit("rep").orElseThrow();
        Office.read(put("admin", "rep", "{\"groups\":[\"north\"]}"));
        assertFalse(office.staff.edit(seen, seen.staff()));
        Office.read(put("manager", "rep", "{\"canReceive\":false}"));
        assertEquals(Set.of("north"), rep().groups());
        assertFalse(rep().canReceive());
    }
}
