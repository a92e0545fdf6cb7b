package dev.leadkeeper.admin.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.SampleOrganisation;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.settings.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leads that go through the rules again. */
class RerouteTest {
    private final Movers movers = new Movers();
    private final Office office = movers.office;

    @Test
    void wrongly_routed_leads_show_their_path_and_go_through_the_rules_again() {
        SampleOrganisation.load(office.store, office.clock);
        var lead = office.assigned("one", "rep");
        var waiting = office.waiting("two");
        var dry = Office.read(movers.many("manager", "reroute", "{\"dryRun\":true,\"filter\":{\"owner\":\"rep\"},\"reason\":\"wrong-route\"}"));
        assertEquals(List.of(lead.id()), Movers.ids(dry, "moves"));
        var path = (Map<?, ?>) ((Map<?, ?>) ((List<?>) dry.get("moves")).getFirst()).get("path");
        assertNotNull(path.get("rule"));
        assertTrue(path.get("rep") != null || path.get("pool") != null || path.get("waits") != null);

        var done = Office.read(movers.plan("manager", "reroute", dry));

        assertEquals(List.of(lead.id()), Movers.ids(done, "moved"));
        assertEquals(LeadState.SCORED, movers.now(lead).state());
        assertEquals(Map.of("lead", lead.id(), "trace", lead.trace()), office.queue.bodies(Queue.Channel.LEADS_SCORED).getLast());
        assertEquals(Set.of(List.of("handed-over", "rep")), movers.told());
        assertEquals(Movers.ids(done, "moved"), Movers.ids(Office.read(movers.plan("manager", "reroute", dry)), "moved"));
        var list = Office.read(movers.many("manager", "reroute", "{\"dryRun\":true,\"filter\":{\"state\":\"waiting\"},\"reason\":\"rules-changed\"}"));
        assertEquals(List.of(waiting.id()), Movers.ids(list, "moves"));
    }

    @Test
    void a_lead_whose_owner_the_rules_mean_stays() {
        rules(Map.of("rep", "rep2"));
        var theirs = office.assigned("one", "rep2");
        var wrong = office.assigned("two", "rep");
        var all = "{\"dryRun\":true,\"filter\":{\"state\":\"assigned\"},\"reason\":\"wrong-route\"}";

        var dry = Office.read(movers.many("manager", "reroute", all));

        assertEquals(Map.of(theirs.id(), "stays"), Movers.refusals(dry));
        assertEquals(List.of(wrong.id()), Movers.ids(dry, "moves"));
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

        assertEquals(Map.of(pooled.id(), "stays"), Movers.refusals(Office.read(movers.many("manager", "reroute",
                "{\"dryRun\":true,\"filter\":{\"pool\":\"nurture\"},\"reason\":\"rules-changed\"}"))));
        assertEquals(List.of(waiting.id()), Movers.ids(Office.read(movers.many("manager", "reroute",
                "{\"dryRun\":true,\"filter\":{\"state\":\"waiting\"},\"reason\":\"rules-changed\"}")), "moves"));
    }

    @Test
    void who_was_wrong_about_junk_is_overruled() {
        var lead = office.assigned("one", "rep");
        Office.read(movers.ask("rep", "release", lead, "{\"reason\":\"junk\"}"));
        office.test("a real test");
        var dry = Office.read(movers.many("manager", "reroute", "{\"dryRun\":true,\"filter\":{\"state\":\"test\"},\"reason\":\"not-junk\"}"));
        assertEquals(List.of(lead.id()), Movers.ids(dry, "moves"));
        Office.read(movers.plan("manager", "reroute", dry));
        assertEquals(LeadState.SCORED, movers.now(lead).state());
    }
}
