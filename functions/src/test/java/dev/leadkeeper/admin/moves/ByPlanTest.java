package dev.leadkeeper.admin.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.settings.Documents;
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

    private static List<String> ids(Map<String, Object> answer, String list) {
        return ((List<?>) answer.get(list)).stream().map(each -> (String) ((Map<?, ?>) each).get("lead")).toList();
    }

    private static Map<String, String> refusals(Map<String, Object> answer) {
        var refusals = new java.util.TreeMap<String, String>();
        ((List<?>) answer.get("refused")).forEach(each -> refusals.put((String) ((Map<?, ?>) each).get("lead"), (String) ((Map<?, ?>) each).get("refusal")));
        return refusals;
    }

    @Test
    void a_dry_run_changes_nothing_and_its_plan_does_exactly_that() {
        var leads = leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        assertEquals(leads.stream().map(Lead::id).toList(), ids(dry, "moves"));
        assertEquals(3, movers.rep("rep").ledger().owned());
        assertEquals(Set.of(), movers.told());

        var late = office.assigned("late", "rep");
        var done = Office.read(movers.plan("manager", "reassign", dry));

        assertEquals(ids(dry, "moves"), ids(done, "moved"));
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

        assertEquals(List.of(last.id()), ids(dry, "moves"));
        assertNull(dry.get("next"));
    }

    @Test
    void what_changed_since_the_dry_run_is_refused_by_name_and_the_rest_is_done() {
        var leads = leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        movers.contacted(leads.get(1));

        var done = Office.read(movers.plan("manager", "reassign", dry));

        assertEquals(Map.of(leads.get(1).id(), "changed"), refusals(done));
        assertEquals(List.of(leads.get(0).id(), leads.get(2).id()), ids(done, "moved"));
        assertEquals("rep", movers.now(leads.get(1)).owner());
    }

    @Test
    void a_repeat_says_the_same_and_moves_nothing_twice() {
        leads(3);
        var dry = Office.read(movers.many("manager", "reassign", OF_REP));
        var once = Office.read(movers.plan("manager", "reassign", dry));
        var taken = office.leads.find(ids(once, "moved").getFirst()).orElseThrow();
        assertEquals(ids(once, "moved"), ids(Office.read(movers.plan("manager", "reassign", dry)), "moved"));
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

        assertEquals(ids(dry, "moves"), ids(done, "moved"));
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
        assertEquals(3, ids(dry, "moves").size());
        assertEquals(Set.of("full"), new HashSet<>(refusals(dry).values()));
        assertEquals(5, refusals(dry).size());
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
        assertEquals(Set.of("owns-it"), Set.copyOf(refusals(Office.read(movers.many("manager", "reassign", OF_REP.replace("rep2", "rep")))).values()));
        assertEquals(Set.of("not-a-rep"), Set.copyOf(refusals(Office.read(movers.many("manager", "reassign", OF_REP.replace("rep2", "marketing")))).values()));
        movers.in("north-rep", Staff.Role.REP, "north");
        var dry = Office.read(movers.many("manager", "reassign", OF_REP.replace("rep2", "north-rep")));
        assertEquals(Set.of("other-team"), Set.copyOf(refusals(dry).values()));
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
        assertEquals(List.of(), ids(dry, "moves"));
        assertEquals(Set.of(ofNorth.id()), refusals(dry).keySet());
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
            seen.addAll(ids(Office.read(movers.plan("manager", "reassign", dry)), "moved"));
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
        assertEquals(expected, ids(dry, "moves").size(), dry.toString());
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

    // ------------------------------------------------------------------ through the rules again

    @Test
    void wrongly_routed_leads_show_their_path_and_go_through_the_rules_again() {
        SampleOrganisation.load(office.store, office.clock);
        var lead = office.assigned("one", "rep");
        var waiting = office.waiting("two");
        var dry = Office.read(movers.many("manager", "reroute", "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\"},\"reason\":\"wrong-route\"}"));
        assertEquals(List.of(lead.id()), ids(dry, "moves"));
        var path = (Map<?, ?>) ((Map<?, ?>) ((List<?>) dry.get("moves")).getFirst()).get("path");
        assertNotNull(path.get("rule"));
        assertTrue(path.get("rep") != null || path.get("pool") != null || path.get("waits") != null);

        var done = Office.read(movers.plan("manager", "reroute", dry));

        assertEquals(List.of(lead.id()), ids(done, "moved"));
        assertEquals(LeadState.SCORED, movers.now(lead).state());
        assertEquals(Map.of("lead", lead.id(), "trace", lead.trace()), office.queue.bodies(Queue.Channel.LEADS_SCORED).getLast());
        assertEquals(Set.of(List.of("handed-over", "rep")), movers.told());
        assertEquals(ids(done, "moved"), ids(Office.read(movers.plan("manager", "reroute", dry)), "moved"));
        var list = Office.read(movers.many("manager", "reroute", "{\"dryRun\":true,\"filter\":{\"state\":\"waiting\"},\"reason\":\"rules-changed\"}"));
        assertEquals(List.of(waiting.id()), ids(list, "moves"));
    }

    @Test
    void a_lead_whose_owner_the_rules_mean_stays() {
        rules(Map.of("rep", "rep2"));
        var theirs = office.assigned("one", "rep2");
        var wrong = office.assigned("two", "rep");
        var all = "{\"dryRun\":true,\"filter\":{\"state\":\"assigned\"},\"reason\":\"wrong-route\"}";

        var dry = Office.read(movers.many("manager", "reroute", all));

        assertEquals(Map.of(theirs.id(), "stays"), refusals(dry));
        assertEquals(List.of(wrong.id()), ids(dry, "moves"));
        var path = (Map<?, ?>) ((Map<?, ?>) ((List<?>) dry.get("moves")).getFirst()).get("path");
        assertEquals("rep2", path.get("rep"));
        assertEquals("returning", path.get("rule"), "the customer is noted as rep2's");
    }

    /** Rules that lead everybody who has money there, unless somebody owns the customer. */
    private void rules(Map<String, Object> target) {
        var because = Map.of("zh", "有", "en", "there is");
        var criterion = List.of(Map.of("id", "some", "points", 12, "because", because));
        new Documents(office.store).save("rulebook", "1", 0, Map.of("version", "1", "scorecard", Map.of("industryMatch", criterion, "budgetClarity", criterion,
                "decisionChain", criterion, "urgency", criterion, "interactions", criterion), "priority", Map.of("urgent", List.of()),
                "tiers", List.of(Map.of("name", "all", "from", 0)), "sizes", List.of(Map.of("name", "any")),
                "rules", List.of(Map.of("id", "returning", "title", because, "when", Map.of("customer.owner", Map.of("exists", true)),
                                "strategy", "customer-owner", "otherwise", "next"),
                        Map.of("id", "named", "title", because, "when", Map.of("budget", Map.of("above", 1)), "target", target)),
                "fallback", Map.of("reps", List.of("manager"))));
        new Documents(office.store).save("live", "rulebook", 0, Map.of("version", "1"));
    }

    @Test
    void a_lead_that_the_rules_would_put_into_its_pool_again_stays() {
        rules(Map.of("pool", "nurture"));
        var pooled = office.nurturing("one");
        var waiting = office.waiting("two");

        assertEquals(Map.of(pooled.id(), "stays"), refusals(Office.read(movers.many("manager", "reroute",
                "{\"dryRun\":true,\"filter\":{\"pool\":\"nurture\"},\"reason\":\"rules-changed\"}"))));
        assertEquals(List.of(waiting.id()), ids(Office.read(movers.many("manager", "reroute",
                "{\"dryRun\":true,\"filter\":{\"state\":\"waiting\"},\"reason\":\"rules-changed\"}")), "moves"));
    }

    @Test
    void who_was_wrong_about_junk_is_overruled() {
        var lead = office.assigned("one", "rep");
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"junk\"}"));
        office.test("a real test");
        var dry = Office.read(movers.many("manager", "reroute", "{\"dryRun\":true,\"filter\":{\"state\":\"test\"},\"reason\":\"not-junk\"}"));
        assertEquals(List.of(lead.id()), ids(dry, "moves"));
        Office.read(movers.plan("manager", "reroute", dry));
        assertEquals(LeadState.SCORED, movers.now(lead).state());
    }
}
