package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadListTest {
    private final Office office = new Office();
    private final LeadList list = new LeadList(office.leads, office.details, () -> List.of("empty", "nurture"), office.clock);

    private Answer see(String staff, String... parameters) {
        var one = office.staff.find(staff).orElseThrow();
        var who = new Person(one.id(), one.name(), one.role());
        return list.answer(who, who.may(Action.SEE_LEADS),
                Office.ask(Arrays.stream(parameters).map(each -> "?" + each).toArray(String[]::new)));
    }

    private List<String> ids(String staff, String... parameters) {
        return Doc.of(Office.read(see(staff, parameters))).list("items", each -> Doc.ofValue(each).text("id"));
    }

    /** All pages one after the other. */
    private List<String> all(String staff, String... parameters) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var more = new ArrayList<>(List.of(parameters));
            if (cursor != null) {
                more.add("cursor=" + cursor);
            }
            var page = Doc.of(Office.read(see(staff, more.toArray(String[]::new))));
            ids.addAll(page.list("items", each -> Doc.ofValue(each).text("id")));
            cursor = page.text("next");
        } while (cursor != null);
        return ids;
    }

    private static List<String> ids(Lead... leads) {
        return Arrays.stream(leads).map(Lead::id).toList();
    }

    @Test
    void a_rep_sees_their_own_newest_first_however_they_ask() {
        var first = office.assigned("one", "rep");
        office.assigned("two", "rep2");
        office.waiting("three");
        var last = office.assigned("four", "rep");
        assertEquals(ids(last, first), ids("rep"));
        assertEquals(ids(last, first), ids("rep", "owner=me"));
        assertEquals(ids(last, first), ids("rep", "owner=rep", "state=assigned"));
    }

    @Test
    void a_rep_sees_masked_what_there_is_to_claim() {
        office.assigned("one", "rep2");
        var waiting = office.waiting("two");
        var pooled = office.nurturing("three");
        assertEquals(ids(waiting), ids("rep", "state=waiting"));
        assertEquals(ids(pooled), ids("rep", "state=nurturing"));
        assertEquals("张*", Doc.of(Office.read(see("rep", "state=waiting"))).list("items", Doc::ofValue).getFirst().doc("contact").text("name"));
        assertEquals(List.of(), ids("rep", "state=waiting", "owner=me"));
        assertEquals(List.of(), ids("rep", "state=test"));
    }

    @Test
    void a_rep_is_denied_a_colleagues_list() {
        assertInstanceOf(Answer.Denied.class, see("rep", "owner=rep2"));
        assertInstanceOf(Answer.Denied.class, see("marketing", "owner=rep"));
    }

    @Test
    void a_manager_sees_anybodys_and_nobodys() {
        var theirs = office.assigned("one", "rep2");
        var pooled = office.nurturing("two");
        var attention = office.attention("three");
        var test = office.test("four");
        var scored = office.scored("five");
        assertEquals(ids(theirs), ids("manager", "owner=rep2"));
        assertEquals(ids(theirs), ids("manager", "state=assigned"));
        assertEquals(ids(pooled), ids("manager", "state=nurturing"));
        assertEquals(ids(attention), ids("manager", "state=attention"));
        assertEquals(ids(test), ids("manager", "state=test"));
        assertEquals(ids(scored), ids("manager", "state=scored"));
        assertEquals(new TreeSet<>(ids(theirs, pooled, attention, test, scored)), new TreeSet<>(ids("manager")));
        assertEquals(List.of(), ids("manager", "owner=me"));
    }

    @Test
    void the_waiting_list_comes_in_the_order_of_its_dispatch() {
        assertEquals(ids(office.waiting("one"), office.waiting("two")), ids("manager", "state=waiting"));
    }

    @Test
    void an_item_has_the_total_of_its_score_and_no_decision() {
        office.assigned("one", "rep");
        var item = Doc.of(Office.read(see("rep"))).list("items", Doc::ofValue).getFirst();
        assertEquals(81L, item.doc("score").number("total"));
        assertEquals("+8613812345678", item.doc("contact").text("phone"));
        assertNull(item.doc("decision"));
    }

    @Test
    void lists_are_masked_for_those_who_may_not_see_personal_data() {
        office.nurturing("one");
        for (var staff : List.of("auditor", "marketing")) {
            var text = Json.write(Office.read(see(staff, "state=nurturing")));
            assertTrue(text.contains("+86138****5678"), staff);
            assertFalse(text.contains("13812345678"), staff);
        }
    }

    @Test
    void marketing_looks_through_all_leads_and_finds_those_without_owner() {
        office.assigned("one", "rep");
        var pooled = office.nurturing("two");
        assertEquals(ids(pooled), ids("marketing"));
    }

    @Test
    void pages_hold_every_lead_once() {
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            expected.add(office.waiting("waiting-" + i).id());
        }
        for (int i = 0; i < 5; i++) {
            office.nurturing("pooled-" + i);
        }
        for (var parameters : List.of(new String[] {"state=waiting", "limit=3"}, new String[] {"state=waiting", "limit=1"})) {
            var ids = all("manager", parameters);
            assertEquals(7, ids.size());
            assertEquals(expected, new TreeSet<>(ids));
        }
        assertEquals(5, all("manager", "state=nurturing", "limit=2").size());
        assertEquals(12, new TreeSet<>(all("manager", "limit=5")).size());
    }

    @Test
    void fifty_are_a_page() {
        for (int i = 0; i < 51; i++) {
            office.scored("lead-" + i);
        }
        var page = Doc.of(Office.read(see("manager")));
        assertEquals(50, page.list("items", Doc::ofValue).size());
        assertNotNull(page.text("next"));
        assertEquals(51, all("manager").size());
    }

    @Test
    void a_page_of_a_rare_state_is_short_rather_than_slow() {
        for (int i = 0; i < 30; i++) {
            office.scored("lead-" + i);
        }
        var page = Doc.of(Office.read(see("manager", "state=assigned", "limit=1")));
        assertEquals(0, page.list("items", Doc::ofValue).size());
        assertNotNull(page.text("next"));
        assertEquals(List.of(), all("manager", "state=assigned", "limit=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=51", "limit=ten", "limit=-1", "limit=99999999999", "state=lost", "state=ASSIGNED",
        "cursor=x", "cursor=%00", "cursor=WyJhIl0", "cursor=e30", "colour=red"})
    void a_wrong_parameter_is_named(String parameter) {
        var wrong = assertInstanceOf(Answer.Wrong.class, see("manager", parameter));
        assertEquals("query." + parameter.substring(0, parameter.indexOf('=')), wrong.flaws().getFirst().field());
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        office.waiting("one");
        office.waiting("two");
        var next = Doc.of(Office.read(see("manager", "state=waiting", "limit=1"))).text("next");
        assertInstanceOf(Answer.Wrong.class, see("manager", "state=nurturing", "cursor=" + next));
        assertInstanceOf(Answer.Wrong.class, see("manager", "cursor=" + next));
        assertInstanceOf(Answer.Done.class, see("manager", "state=waiting", "cursor=" + next));
    }

    @Test
    void a_forged_cursor_is_refused_or_shows_nothing_beyond_ones_rights() {
        office.assigned("one", "rep2");
        var query = new LeadQuery("rep", null).fingerprint();
        assertInstanceOf(Answer.Wrong.class, see("rep", "cursor=" + Paging.cursor(query, 0, "garbage")));
        assertEquals(List.of(), ids("rep", "cursor=" + Paging.cursor(query, 5, null)));
    }
}
