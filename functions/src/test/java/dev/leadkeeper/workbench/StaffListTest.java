package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffListTest {
    private final Office office = new Office();
    private final StaffList list = new StaffList(office.staff);

    private Answer see(String staff, String... parameters) {
        var one = office.staff.find(staff).orElseThrow();
        var who = new Person(one.id(), one.name(), one.role());
        return list.answer(who, who.may(Action.SEE_STAFF), Office.ask(parameters));
    }

    private Doc entry(String viewer, String id) {
        return Doc.of(Office.read(see(viewer))).list("items", Doc::ofValue).stream()
                .filter(each -> id.equals(each.text("id"))).findFirst().orElseThrow();
    }

    @Test
    void a_manager_sees_how_much_everybody_has_to_do() {
        office.assigned("one", "rep");
        var entry = entry("manager", "rep");
        assertEquals("rep", entry.text("role"));
        assertEquals(List.of("east"), entry.texts("groups"));
        assertEquals("active", entry.text("status"));
        assertTrue(entry.flag("canReceive"));
        assertEquals(1, entry.number("open"));
        assertEquals(8, entry.number("cap"));
        assertEquals(java.util.Map.of(), entry.map("turns"));
        assertEquals("wx-rep", entry.list("channels", Doc::ofValue).getFirst().text("address"));
    }

    @Test
    void a_rep_sees_their_own_load_and_of_colleagues_who_they_are() {
        office.assigned("one", "rep2");
        assertEquals(0, entry("rep", "rep").number("open"));
        var colleague = Office.read(see("rep")).get("items");
        var keys = ((List<?>) colleague).stream().map(java.util.Map.class::cast)
                .filter(each -> each.get("id").equals("rep2")).findFirst().orElseThrow().keySet();
        assertEquals(Set.of("id", "name", "role", "groups"), keys);
    }

    @Test
    void an_auditor_sees_channels_without_addresses() {
        assertFalse(Json.write(Office.read(see("auditor"))).contains("wx-rep"));
        assertEquals("wecom", entry("auditor", "rep").list("channels", Doc::ofValue).getFirst().text("channel"));
    }

    @Test
    void a_parameter_that_does_nothing_is_named() {
        assertInstanceOf(Answer.Wrong.class, see("manager", "?role=rep"));
    }
}
