package dev.leadkeeper.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.fake.InMemoryFiles;
import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes wrong with deadlines elsewhere in the field. Work is from 9 to 17; it is Monday, 23 November 2026, 10:00 in China. */
class DeadlinesOfTheFieldTest {
    private static final Map<String, Object> DAYS = Map.of("monday", "09:00-17:00", "tuesday", "09:00-17:00", "wednesday", "09:00-17:00",
            "thursday", "09:00-17:00", "friday", "09:00-17:00");
    private final Pipeline pipeline = new Pipeline();
    private final Plans plans;

    DeadlinesOfTheFieldTest() {
        var documents = new Documents(pipeline.store);
        var seen = documents.find("organisation", "calendar").map(Documents.Document::version).orElse(0L);
        documents.save("organisation", "calendar", seen, Map.of("zone", "Asia/Shanghai", "hours", DAYS, "teams",
                Map.of("overseas", Map.of("zone", "America/New_York", "hours", DAYS))));
        plans = new Plans(pipeline.store, pipeline.clock);
    }

    private Lead owned() {
        var id = pipeline.post("a", Pipeline.facts("+8613912345671"));
        pipeline.run();
        return pipeline.lead(id);
    }

    /** When the response lock of a lead ends that somebody of this team gets at this moment. */
    private Instant breach(Lead lead, String at, String team) {
        return plans.planned(lead.but().ownedBy(lead.owner(), Instant.parse(at), team).done()).watch().at(Timer.ESCALATE);
    }

    @Test
    void frappe_a_lead_that_nobody_opens_or_saves_is_breached_all_the_same() {
        var lead = owned();
        pipeline.clock.advance(Duration.ofHours(4));
        pipeline.useCases.sweepDue().sweep();
        pipeline.run();
        assertTrue(pipeline.history(lead.id()).contains("response-breached"));
    }

    @Test
    void frappe_a_lead_that_comes_on_a_weekend_loses_no_working_day() {
        var lead = owned();
        var monday = Instant.parse("2026-11-30T05:00:00Z");
        assertEquals(monday, breach(lead, "2026-11-27T10:00:00Z", ""));
        assertEquals(monday, breach(lead, "2026-11-28T02:00:00Z", ""));
        assertEquals(monday, breach(lead, "2026-11-29T12:00:00Z", ""));
    }

    @Test
    void wukong_and_yudao_of_two_workers_that_saw_the_same_lead_one_takes_it_back() {
        var lead = owned();
        var due = lead.watch().at(Timer.RECYCLE);
        var ownership = new Ownership(pipeline.store, new InMemoryFiles(), plans, pipeline.clock);
        pipeline.clock.advance(Duration.ofDays(3));
        assertTrue(ownership.takeBack(lead, due, "one").isPresent());
        assertEquals(Optional.empty(), ownership.takeBack(lead, due, "two"));
        assertEquals(1, pipeline.history(lead.id()).stream().filter("recycled"::equals).count());
        assertEquals(0, pipeline.rep(lead.owner()).ledger().owned());
    }

    @Test
    void wukong_and_cordys_what_is_not_due_is_not_read() {
        var store = new Counting();
        var clock = new VirtualClock("2026-11-23T02:00:00Z");
        for (int i = 0; i < 2000; i++) {
            var at = i < 7 ? clock.now() : clock.now().plusSeconds(60L + i);
            var item = Map.<String, Object>of("id", "lead-" + i, "dueLane", WatchCodec.lanes(Timer.Lane.MINUTE).get(i % WatchCodec.SHARDS), "dueAt", WatchCodec.dueAt(at));
            store.write(new Write.Put(Key.of(Table.LEADS, item), item, Condition.NONE));
        }
        assertEquals(7, new DueTimers(store, clock).due(Timer.Lane.MINUTE, Duration.ZERO, 1000).size());
        assertEquals(7, store.read);
        assertEquals(0, store.scans);
    }

    @Test
    void of_many_breaches_at_one_moment_the_staff_list_is_read_once() {
        var store = new Counting();
        var morning = new Pipeline(store);
        for (int i = 0; i < 10; i++) {
            morning.post("lead-" + i, Pipeline.facts("+86139123450" + (10 + i)));
        }
        morning.run();
        morning.clock.advance(Duration.ofHours(20));
        morning.useCases.sweepDue().sweep();
        var due = morning.queue.take(Queue.Channel.DUE);
        assertTrue(due.size() > 5, "so many owned leads were missed");

        store.scans = 0;
        due.forEach(message -> morning.handle(Queue.Channel.DUE, message));

        assertEquals(due.size(), morning.queue.bodies(Queue.Channel.NOTICES).stream().filter(each -> each.toString().contains("kind=breached") && each.toString().contains("recipient=manager")).count());
        assertEquals(1, store.scans);
    }

    /** Counts the entries that it gives away. */
    private static final class Counting extends InMemoryStore {
        private int read;
        private int scans;

        @Override
        public synchronized Page query(IndexQuery query) {
            var page = super.query(query);
            read += page.items().size();
            return page;
        }

        @Override
        public synchronized Page scan(Table table, int limit, String after) {
            scans++;
            return super.scan(table, limit, after);
        }
    }

    @Test
    void a_lead_that_goes_to_another_team_is_due_by_the_calendar_of_those_who_receive_it() {
        var lead = owned();
        assertEquals(Instant.parse("2026-11-23T06:00:00Z"), breach(lead, "2026-11-23T02:00:00Z", ""));
        assertEquals(Instant.parse("2026-11-23T18:00:00Z"), breach(lead, "2026-11-23T02:00:00Z", "overseas"));
        assertEquals("overseas", plans.team(member("overseas")));
    }

    private Staff member(String group) {
        var one = pipeline.staff.everybody().staff().getFirst();
        return new Staff(one.id(), one.name(), one.role(), Set.of(group), one.status(), one.canReceive(), one.skills(),
                one.industries(), one.regions(), one.sizes(), one.weight(), one.cap(), one.dayCap(), one.backlogCap(), one.hours(), one.leaves(), one.figures(),
                one.channels(), one.ledger());
    }
}
