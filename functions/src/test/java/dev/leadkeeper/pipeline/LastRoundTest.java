package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Queue.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leads that were taken back for the last time and wait for the fallback owner, who has no room. */
class LastRoundTest {
    private final List<Table> reads = new ArrayList<>();
    private final Pipeline pipeline = new Pipeline(new InMemoryStore() {
        @Override
        public Optional<Map<String, Object>> get(Key key) {
            reads.add(key.table());
            return super.get(key);
        }
    });

    private void manager(int cap, boolean canReceive) {
        var boss = pipeline.rep("manager");
        pipeline.staff.save(new Staff(boss.id(), boss.name(), boss.role(), boss.groups(), boss.status(), canReceive, boss.skills(), boss.industries(),
                boss.regions(), boss.sizes(), boss.weight(), cap, null, null, null, List.of(), boss.figures(), boss.channels(), boss.ledger()));
    }

    /** Leads that nobody answers until nobody is left to ask. */
    private List<Lead> waiting(int number) {
        manager(0, true);
        var ids = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            ids.add(pipeline.post("k" + i, Pipeline.facts("+8613" + (100_000_000 + i))));
        }
        pipeline.run();
        for (int round = 0; round < 3; round++) {
            pipeline.clock.advance(Duration.ofDays(5));
            pipeline.useCases.sweepDue().sweep();
            pipeline.run();
        }
        var leads = ids.stream().map(pipeline::lead).toList();
        leads.forEach(lead -> assertEquals("rounds-over", lead.reason()));
        return leads;
    }

    private void minute() {
        pipeline.clock.advance(Duration.ofMinutes(1));
        reads.clear();
        pipeline.useCases.sweepMinute().sweep();
        pipeline.run();
    }

    @Test
    void a_minute_in_which_the_fallback_owner_has_no_room_reads_none_of_them_however_many_they_are() {
        var leads = waiting(30);
        minute();
        assertEquals(0, reads.stream().filter(table -> table == Table.LEADS || table == Table.DETAILS || table == Table.CUSTOMERS).count(), reads.toString());
        leads.forEach(lead -> assertEquals(lead, pipeline.lead(lead.id())));
    }

    @Test
    void the_whole_list_is_looked_through_by_one_message_where_nothing_is_to_be_had() {
        waiting(60);
        pipeline.useCases.sweepMinute().sweep();
        var sweep = pipeline.queue.take(Channel.DRAINS).getFirst();
        pipeline.handle(Channel.DRAINS, sweep);
        assertEquals(List.of(), pipeline.queue.bodies(Channel.DRAINS));
    }

    @Test
    void room_for_some_gives_away_as_many_within_the_minute_also_behind_the_first_page() {
        var leads = waiting(60);
        manager(28, true);
        minute();
        assertEquals(28, leads.stream().filter(lead -> "manager".equals(pipeline.lead(lead.id()).owner())).count());
        assertEquals(28, pipeline.rep("manager").ledger().open());
    }

    @Test
    void more_rounds_by_a_new_rulebook_give_them_to_reps_again() {
        var lead = waiting(1).getFirst();
        pipeline.deadlines(Map.of("recycle", Map.of("rounds", 9, "coolingDays", 1)));
        minute();
        assertEquals(LeadState.ASSIGNED, pipeline.lead(lead.id()).state());
        assertNotEquals("manager", pipeline.lead(lead.id()).owner());
    }

    @Test
    void another_reason_to_wait_is_written_down_once() {
        var lead = waiting(1).getFirst();
        manager(0, false);
        minute();
        minute();
        assertEquals("fallback-unavailable", pipeline.lead(lead.id()).reason());
        assertEquals(lead.ver() + 1, pipeline.lead(lead.id()).ver());
    }
}
