package dev.leadkeeper.admin.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByPlanTest {
    private static final String OF_REP = "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\"},\"to\":[\"rep2\"],\"reason\":\"absent\"}";

    private final Movers movers = new Movers();
    private final Office office = movers.office;

    private List<Lead> leads(int n) {
        var leads = new ArrayList<Lead>();
        for (int i = 0; i < n; i++) {
            leads.add(office.assigned("lead" + i, "rep"));
        }
        return leads;
    }

    @Test
    void a_dry_run_changes_nothing_and_its_plan_does_exactly_that() {
        var leads = leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        assertEquals(leads.stream().map(Lead::id).toList(), Movers.ids(dry, "moves"));
        assertEquals(3, movers.rep("rep").ledger().owned());
        assertEquals(Set.of(), movers.told());

        var late = office.assigned("late", "rep");
        var done = Office.read(movers.plan("manager", "reassign", dry));

        assertEquals(Movers.ids(dry, "moves"), Movers.ids(done, "moved"));
        assertEquals(0L, done.get("rest"));
        assertEquals("rep", movers.now(late).owner());
        assertEquals(3, movers.rep("rep2").ledger().owned());
        assertEquals(Set.of(List.of("new-lead", "rep2"), List.of("handed-over", "rep")), movers.told());
        var toRep = office.queue.bodies(Queue.Channel.NOTICES).stream().map(body -> (Map<?, ?>) body.get("notice"))
                .filter(notice -> notice.get("recipient").equals("rep")).map(notice -> notice.get("id")).collect(java.util.stream.Collectors.toSet());
        assertEquals(1, toRep.size(), "one plan is one notice to who had the leads");
    }

    @Test
    void one_page_finds_the_leads_of_the_last_of_many_reps() {
        for (int i = 0; i < 60; i++) {
            office.hire("free%02d".formatted(i), Staff.Role.REP, Staff.Status.ACTIVE);
        }
        for (int i = 0; i < 40; i++) {
            movers.contacted(office.assigned("done" + i, office.hire("full%02d".formatted(i), Staff.Role.REP, Staff.Status.ACTIVE).id()));
        }
        var last = office.assigned("last", office.hire("z-last", Staff.Role.REP, Staff.Status.ACTIVE).id());

        var dry = Office.read(movers.many("manager", "reassign", "{\"dryRun\":true,\"filter\":{\"state\":\"assigned\",\"contacted\":false},\"to\":[\"rep2\"],\"reason\":\"absent\"}"));

        assertEquals(List.of(last.id()), Movers.ids(dry, "moves"));
        assertNull(dry.get("next"));
    }

    @Test
    void what_changed_since_the_dry_run_is_refused_by_name_and_the_rest_is_done() {
        var leads = leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        movers.contacted(leads.get(1));

        var done = Office.read(movers.plan("manager", "reassign", dry));

        assertEquals(Map.of(leads.get(1).id(), "changed"), Movers.refusals(done));
        assertEquals(List.of(leads.get(0).id(), leads.get(2).id()), Movers.ids(done, "moved"));
        assertEquals("rep", movers.now(leads.get(1)).owner());
    }

    @Test
    void a_repeat_says_the_same_and_moves_nothing_twice() {
        leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        var once = Office.read(movers.plan("manager", "reassign", dry));
        var taken = office.leads.find(Movers.ids(once, "moved").getFirst()).orElseThrow();
        assertEquals(Movers.ids(once, "moved"), Movers.ids(Office.read(movers.plan("manager", "reassign", dry)), "moved"));
        assertEquals(taken.ver(), movers.now(taken).ver());
        assertEquals(3, movers.rep("rep2").ledger().today());
    }

    @Test
    void a_request_that_dies_half_way_is_finished_by_its_repeat() {
        leads(4);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        var sent = new int[1];
        Queue dies = (channel, body, delay) -> {
            if (channel == Queue.Channel.NOTICES && ++sent[0] == 3) {
                throw new Store.Fault("the queue is away", null);
            }
            office.queue.send(channel, body, delay);
        };
        var broken = new Desk(office.staff, Admin.routes(office.store, dies, office.files, office.secrets, office.clock, office.ids));
        var ask = Office.headed(Office.with(Office.ask(), "{\"plan\":\"" + dry.get("plan") + "\"}"), "idempotency-key", "k1");
        assertThrows(Store.Fault.class, () -> broken.answer("POST /leads/reassign", "manager", ask));
        assertEquals(2, movers.rep("rep2").ledger().owned());
        movers.days(1); // begun, so it may be finished though it is old

        var done = Office.read(movers.desk.answer("POST /leads/reassign", "manager", ask));

        assertEquals(Movers.ids(dry, "moves"), Movers.ids(done, "moved"));
        assertEquals(4, movers.rep("rep2").ledger().owned());
        assertEquals(Set.of(List.of("new-lead", "rep2"), List.of("handed-over", "rep")), movers.told());
        var other = Office.headed(Office.with(Office.ask(), "{\"plan\":\"" + dry.get("plan") + "\"}"), "idempotency-key", "k2");
        assertInstanceOf(Answer.Refused.class, movers.desk.answer("POST /leads/reassign", "manager", other));
    }

    @Test
    void a_plan_runs_out_and_is_its_makers_alone() {
        leads(1);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        assertEquals(new Answer.Missing("plan"), movers.plan("admin", "reassign", dry));
        assertEquals(new Answer.Missing("plan"), movers.plan("manager", "reroute", dry));
        assertEquals(new Answer.Missing("plan"), movers.many("manager", "reassign", "{\"plan\":\"" + "a".repeat(26) + "\"}"));
        office.clock.advance(MovePlans.VALID);
        assertInstanceOf(Answer.Refused.class, movers.plan("manager", "reassign", dry));
        assertEquals(1, movers.rep("rep").ledger().owned());
    }

    @Test
    void a_dry_run_counts_what_it_plans_and_names_who_is_full() {
        leads(8);
        for (int i = 0; i < 5; i++) {
            office.assigned("other" + i, "rep2");
        }
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        assertEquals(3, Movers.ids(dry, "moves").size());
        assertEquals(Set.of("full"), new HashSet<>(Movers.refusals(dry).values()));
        assertEquals(5, Movers.refusals(dry).size());
    }

    @Test
    void leads_for_several_go_to_who_has_fewest() {
        movers.in("rep3", Staff.Role.REP, "east");
        office.assigned("other", "rep2");
        leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP.replace("\"rep2\"", "\"rep2\",\"rep3\"")));
        assertEquals(List.of("rep3", "rep2", "rep3"), ((List<?>) dry.get("moves")).stream().map(each -> ((Map<?, ?>) each).get("to")).toList());
    }

    @Test
    void refusals_are_named_where_nothing_can_be_moved() {
        leads(1);
        assertEquals(Set.of("owns-it"), Set.copyOf(Movers.refusals(Office.read(movers.many("manager", "reassign", OF_REP.replace("rep2", "rep")))).values()));
        assertEquals(Set.of("not-a-rep"), Set.copyOf(Movers.refusals(Office.read(movers.many("manager", "reassign", OF_REP.replace("rep2", "marketing")))).values()));
        movers.in("north-rep", Staff.Role.REP, "north");
        var dry = Office.read(movers.many("manager", "reassign", OF_REP.replace("rep2", "north-rep")));
        assertEquals(Set.of("other-team"), Set.copyOf(Movers.refusals(dry).values()));
        assertNull(dry.get("plan"));
    }

    @Test
    void a_manager_sees_and_moves_the_leads_of_their_team_alone() {
        leads(1);
        movers.in("north-rep", Staff.Role.REP, "north");
        movers.in("north-boss", Staff.Role.MANAGER, "north");
        var ofNorth = office.assigned("north", "north-rep");
        var all = "{\"dryRun\":true,\"filter\":{\"state\":\"assigned\"},\"to\":[\"north-rep\",\"rep\"],\"reason\":\"absent\"}";
        var dry = Office.read(movers.many("north-boss", "reassign", all));
        assertEquals(List.of(), Movers.ids(dry, "moves"));
        assertEquals(Set.of(ofNorth.id()), Movers.refusals(dry).keySet());
        assertInstanceOf(Answer.Denied.class, movers.many("rep", "reassign", all));
    }

    @Test
    void pages_go_on_where_the_one_before_ended_also_when_its_leads_have_gone() {
        var leads = leads(5);
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var dry = Office.read(cursor == null ? movers.many("manager", "reassign", OF_REP, "?limit=2")
                    : movers.many("manager", "reassign", OF_REP, "?limit=2", "?cursor=" + cursor));
            seen.addAll(Movers.ids(Office.read(movers.plan("manager", "reassign", dry)), "moved"));
            cursor = (String) dry.get("next");
        } while (cursor != null);
        assertEquals(leads.stream().map(Lead::id).toList(), seen);
        assertInstanceOf(Answer.Wrong.class, movers.many("manager", "reassign", OF_REP, "?cursor=x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"`\"tier\":\"high\"`; 2", "`\"tier\":\"low\"`; 0", "`\"form\":\"demo\"`; 2", "`\"form\":\"x\"`; 0",
        "`\"stage\":\"none\"`; 1", "`\"stage\":\"first-contact\"`; 1", "`\"contacted\":true`; 1", "`\"assignedBefore\":\"2026-11-22T02:00:02Z\"`; 1",
        "`\"state\":\"assigned\"`; 2"})
    void a_filter_means_what_it_says(String condition, int expected) {
        var leads = leads(2);
        movers.contacted(leads.getLast());
        var dry = Office.read(movers.many("manager", "reassign", OF_REP.replace("\"owner\":\"rep\"", "\"owner\":\"rep\"," + condition)));
        assertEquals(expected, Movers.ids(dry, "moves").size(), dry.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"{\"filter\":{\"owner\":\"rep\"},\"to\":[\"rep2\"],\"reason\":\"absent\"}; dryRun",
        "{\"dryRun\":false,\"filter\":{\"owner\":\"rep\"},\"to\":[\"rep2\"],\"reason\":\"absent\"}; dryRun",
        "{\"dryRun\":true,\"to\":[\"rep2\"],\"reason\":\"absent\"}; filter", "{\"dryRun\":true,\"filter\":{},\"to\":[\"rep2\"],\"reason\":\"absent\"}; filter.state",
        "{\"dryRun\":true,\"filter\":{\"tier\":\"hot\"},\"to\":[\"rep2\"],\"reason\":\"absent\"}; filter.state",
        "{\"dryRun\":true,\"filter\":{\"state\":\"waiting\"},\"to\":[\"rep2\"],\"reason\":\"absent\"}; filter.state",
        "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\",\"who\":1},\"to\":[\"rep2\"],\"reason\":\"absent\"}; filter.who",
        "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\"},\"to\":[],\"reason\":\"absent\"}; to",
        "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\"},\"reason\":\"absent\"}; to", "{\"plan\":\"x\",\"dryRun\":true}; dryRun", "{\"plan\":\"x\",\"to\":[]}; to"})
    void a_wrong_request_is_named(String body, String field) {
        var wrong = assertInstanceOf(Answer.Wrong.class, movers.many("manager", "reassign", body));
        assertEquals(field, wrong.flaws().getFirst().field());
    }
}
