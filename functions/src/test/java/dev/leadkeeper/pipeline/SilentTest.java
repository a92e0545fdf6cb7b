package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.fake.FixedSecrets;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.workbench.Workbench;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Customers of whom nothing was recorded for 30 days (DL3). */
class SilentTest {
    private final Pipeline pipeline = new Pipeline();

    @Test
    void a_customer_is_listed_once_30_days_went_by_without_a_record_and_not_before() {
        var lead = owned("a", "=cmd|calc");
        pipeline.clock.advance(Duration.ofDays(29));
        assertFalse(json("manager", Map.of()).contains(lead.id()));
        pipeline.clock.advance(Duration.ofDays(1));
        assertTrue(json("manager", Map.of()).contains(lead.id()));
        pipeline.contacted(lead);
        assertFalse(json("manager", Map.of()).contains(lead.id()));
    }

    @Test
    void a_customer_who_goes_from_hand_to_hand_without_a_record_is_listed_30_days_after_they_came() {
        var lead = owned("a", "某某公司");
        pipeline.clock.advance(Duration.ofDays(20));
        released(lead, "rules");
        pipeline.run();
        assertNotEquals(lead.owner(), pipeline.lead(lead.id()).owner());
        pipeline.clock.advance(Duration.ofDays(10));

        assertTrue(json("manager", Map.of()).contains("\"since\":\"" + lead.createdAt()), json("manager", Map.of()));
    }

    @Test
    void what_somebody_recorded_who_had_the_lead_before_counts_in_a_pool_as_well() {
        var lead = owned("a", "某某公司");
        pipeline.clock.advance(Duration.ofDays(20));
        pipeline.contacted(lead);
        released(lead, "pool");
        pipeline.clock.advance(Duration.ofDays(29));
        assertFalse(json("manager", Map.of()).contains(lead.id()));
        pipeline.clock.advance(Duration.ofDays(1));
        assertTrue(json("manager", Map.of()).contains(lead.id()));
    }

    @Test
    void who_waits_for_an_owner_is_listed_for_those_who_give_leads_away() {
        pipeline.useCases.breaker().set(true, "stocktaking", "boss");
        var lead = owned("a", "某某公司");
        pipeline.clock.advance(Duration.ofDays(30));

        assertEquals(LeadState.WAITING, lead.state());
        assertTrue(json("manager", Map.of()).contains(lead.id()));
        assertFalse(json("chen-jing", Map.of()).contains(lead.id()));
    }

    @Test
    void a_rep_sees_their_own_and_an_auditor_sees_names_masked() {
        var lead = owned("a", "某某公司");
        pipeline.clock.advance(Duration.ofDays(31));

        assertTrue(json(lead.owner(), Map.of()).contains(lead.id()));
        assertTrue(json("manager", Map.of()).contains("张先生"));
        var another = pipeline.staff.everybody().staff().stream().filter(one -> one.role() == dev.leadkeeper.lead.Staff.Role.REP
                && one.status() == dev.leadkeeper.lead.Staff.Status.ACTIVE && !one.id().equals(lead.owner())).findFirst().orElseThrow();
        assertFalse(json(another.id(), Map.of()).contains(lead.id()));
    }

    @Test
    void the_table_holds_no_formula_and_pages_reach_every_lead_once() {
        var leads = new TreeSet<String>();
        for (var key : new String[] {"a", "bb", "ccc"}) {
            leads.add(owned(key, "=cmd|calc").id());
        }
        pipeline.clock.advance(Duration.ofDays(31));

        var table = (Answer.Table) ask("manager", Map.of("format", "csv"));
        assertTrue(table.csv().contains("\"'=cmd|calc\""), table.csv());
        leads.forEach(lead -> assertTrue(table.csv().contains(lead)));
        var seen = new TreeSet<String>();
        var query = new HashMap<String, String>(Map.of("limit", "1"));
        do {
            var page = ((Answer.Done) ask("manager", query)).body();
            var text = Json.write(page);
            leads.stream().filter(text::contains).forEach(lead -> assertTrue(seen.add(lead)));
            query.put("cursor", (String) page.get("next"));
        } while (query.get("cursor") != null);
        assertEquals(leads, seen);
    }

    private Lead owned(String key, String company) {
        var facts = Pipeline.facts("+861391234567" + key.length());
        var id = pipeline.post(key, new dev.leadkeeper.lead.Facts(facts.contact(), company, null, facts.industry(), null, null, facts.budget(), facts.sourceChannel(),
                facts.needBy(), facts.decisionRole(), null, Map.of()));
        pipeline.run();
        return pipeline.lead(id);
    }

    private void released(Lead lead, String to) {
        var admin = Admin.routes(pipeline.store, pipeline.queue, new InMemoryFiles(), new FixedSecrets().put(Customers.SECRET, "for tests"), pipeline.clock,
                new SeededIds(7));
        assertInstanceOf(Answer.Versioned.class, new Desk(pipeline.staff, admin).answer("POST /leads/{id}/release", lead.owner(),
                new Ask(Map.of("id", lead.id()), Map.of(), Json.writeBytes(Map.of("reason", "no-time", "to", to)))));
    }

    private Answer ask(String who, Map<String, String> query) {
        return new Desk(pipeline.staff, Workbench.routes(pipeline.store, new InMemoryFiles(), pipeline.clock)).answer("GET /silent", who,
                new Ask(Map.of(), query, new byte[0]));
    }

    private String json(String who, Map<String, String> query) {
        return Json.write(((Answer.Done) ask(who, query)).body());
    }
}
