package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Table;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final World world = new World();

    @Test
    void a_first_delivery_creates_a_scored_lead_with_one_event() {
        var lead = assertInstanceOf(Deliveries.Delivered.Created.class, world.take(world.submission("a", "1"))).lead();

        assertEquals(LeadState.SCORED, lead.state());
        assertEquals(60, lead.score());
        assertEquals(List.of("scored"), types(lead.id()));
        assertEquals(lead, world.leads.find(lead.id()).orElseThrow());
    }

    @Test
    void the_same_body_again_is_a_repeat_and_changes_nothing() {
        var first = world.take(world.submission("a", "1")).lead();

        assertInstanceOf(Deliveries.Delivered.Repeat.class, world.take(world.submission("a", "1")));
        assertEquals(first, world.leads.find(first.id()).orElseThrow());
        assertEquals(1, types(first.id()).size());
    }

    @Test
    void another_body_under_the_same_key_revises_the_lead() {
        world.take(world.submission("a", "1"));
        world.clock.advance(Duration.ofMinutes(1));

        var lead = assertInstanceOf(Deliveries.Delivered.Revised.class,
                world.take(world.submission("a", "2", new Contact("乙", "+8613700000001", null)))).lead();

        assertEquals(List.of("scored", "revised"), types(lead.id()));
        var facts = new Details(world.store).find(lead.id(), lead.details()).orElseThrow().facts();
        assertEquals("+8613700000001", facts.contact().phone());
    }

    @Test
    void an_older_revision_is_recorded_and_not_applied() {
        var now = world.clock.now();
        var first = world.take(World.at(world.submission("a", "1"), now)).lead();

        var lead = assertInstanceOf(Deliveries.Delivered.Outdated.class,
                world.take(World.at(world.submission("a", "older"), now.minusSeconds(60)))).lead();

        assertEquals(first.details(), lead.details());
        assertEquals(List.of("scored", "revision-outdated"), types(lead.id()));
        assertInstanceOf(Deliveries.Delivered.Repeat.class,
                world.take(World.at(world.submission("a", "older"), now.minusSeconds(60))));
    }

    /** Vendors tell the time of a change in seconds. */
    @Test
    void of_two_revisions_of_one_moment_the_one_that_comes_later_applies() {
        var now = world.clock.now();
        world.take(World.at(world.submission("a", "1"), now));
        var lead = assertInstanceOf(Deliveries.Delivered.Revised.class, world.take(World.at(world.submission("a", "2"), now))).lead();
        assertEquals(List.of("scored", "revised"), types(lead.id()));
    }

    @Test
    void a_revision_without_a_way_to_reach_is_recorded_and_the_lead_keeps_its_phone() {
        var first = world.take(world.submission("a", "1")).lead();
        world.clock.advance(Duration.ofMinutes(1));
        var emptied = World.attention(world.submission("a", "emptied", Contact.NONE), "no way to reach", false);

        var lead = assertInstanceOf(Deliveries.Delivered.Unreachable.class, world.take(emptied)).lead();

        assertEquals(LeadState.SCORED, lead.state());
        assertEquals(first.details(), lead.details());
        assertEquals(List.of("scored", "revision-unreachable"), types(lead.id()));
        assertInstanceOf(Deliveries.Delivered.Repeat.class, world.take(emptied));
    }

    @Test
    void a_revision_without_a_way_to_reach_does_not_take_the_phone_from_an_owner() {
        var lead = world.take(world.submission("a", "1")).lead();
        world.ownership.give(lead, world.hire("lin", 8), World.to("lin", null), "system", null, false, null);

        var after = world.take(World.attention(world.submission("a", "emptied", Contact.NONE), "no way to reach", false)).lead();

        assertEquals("lin", after.owner());
        assertEquals(lead.details(), after.details());
    }

    @Test
    void a_revision_with_a_phone_makes_a_lead_of_an_attention_entry() {
        world.take(World.attention(world.submission("a", "1", Contact.NONE), "no way to reach", false));
        world.clock.advance(Duration.ofMinutes(1));

        var lead = assertInstanceOf(Deliveries.Delivered.Revised.class, world.take(world.submission("a", "2"))).lead();

        assertEquals(LeadState.SCORED, lead.state());
    }

    @Test
    void a_revision_of_an_owned_lead_keeps_owner_and_score() {
        var lead = world.take(world.submission("a", "1")).lead();
        var rep = world.hire("lin", 8);
        world.ownership.give(lead, rep, World.to("lin", null), "system", null, false, null);

        var revised = world.take(world.submission("a", "2")).lead();

        assertEquals(LeadState.ASSIGNED, revised.state());
        assertEquals("lin", revised.owner());
    }

    @Test
    void two_leads_with_one_phone_belong_to_one_customer() {
        var one = world.take(world.submission("a", "1")).lead();
        var two = world.take(world.submission("b", "2")).lead();

        assertEquals(one.customer(), two.customer());
        assertEquals(61, two.score(), "the scorer is told of one earlier lead");
    }

    @Test
    void leads_without_a_common_key_belong_to_different_customers() {
        var one = world.take(world.submission("a", "1")).lead();
        var two = world.take(world.submission("b", "2", new Contact("乙", "+8613700000001", null))).lead();

        assertNotEquals(one.customer(), two.customer());
    }

    @Test
    void keys_that_point_to_two_customers_merge_the_younger_into_the_older() {
        var older = world.take(world.submission("a", "1", new Contact("甲", "+8613912345678", null))).lead();
        world.clock.advance(Duration.ofMinutes(1));
        var younger = world.take(world.submission("b", "2", new Contact("甲", null, "jia@example.cn"))).lead();
        world.clock.advance(Duration.ofMinutes(1));

        var both = world.take(world.submission("c", "3", new Contact("甲", "+8613912345678", "jia@example.cn"))).lead();

        assertEquals(older.customer(), both.customer());
        assertEquals(older.customer(), world.customers.find(younger.customer()).id());
        assertEquals(younger.customer(), world.leads.find(younger.id()).orElseThrow().customer(), "leads are never rewritten");
    }

    @Test
    void a_customer_is_as_old_as_its_first_lead_whatever_is_revised_since() {
        var older = world.take(world.submission("a", "1", new Contact("甲", "+8613912345678", null))).lead();
        world.clock.advance(Duration.ofMinutes(1));
        var younger = world.take(world.submission("b", "2", new Contact("甲", null, "jia@example.cn"))).lead();
        world.clock.advance(Duration.ofMinutes(1));

        world.take(world.submission("a", "3", new Contact("甲", null, "jia@example.cn")));

        assertEquals(older.customer(), world.customers.find(younger.customer()).id());
    }

    @Test
    void a_merge_gives_the_elder_the_owner_of_the_younger() {
        world.take(world.submission("a", "1", new Contact("甲", "+8613912345678", null)));
        world.clock.advance(Duration.ofMinutes(1));
        var younger = world.take(world.submission("b", "2", new Contact("甲", null, "jia@example.cn"))).lead();
        world.ownership.give(younger, world.hire("lin", 8), World.to("lin", null), "system",
                world.customers.find(younger.customer()), true, null);

        var both = world.take(world.submission("c", "3", new Contact("甲", "+8613912345678", "jia@example.cn"))).lead();

        assertEquals("lin", world.customers.find(both.customer()).owner());
    }

    @Test
    void no_phone_stands_in_the_customers_table() {
        world.take(world.submission("a", "1"));

        var keys = world.store.scan(Table.CUSTOMERS, 10, null).items().toString();

        assertTrue(keys.contains("key#") && !keys.contains("139"), keys);
    }

    @Test
    void an_unreachable_one_needs_attention_and_claims_no_customer() {
        var lead = world.take(World.attention(world.submission("a", "1", Contact.NONE), "no way to reach", false)).lead();

        assertEquals(LeadState.ATTENTION, lead.state());
        assertEquals("no way to reach", lead.reason());
        assertNull(lead.customer());
    }

    @Test
    void a_replay_that_helps_nothing_is_noted_once_however_often_its_message_comes() {
        world.take(World.attention(world.submission("a", "1"), "no way to reach", false));
        var replay = World.attention(world.submission("a", "1"), "no way to reach", true);
        var lead = assertInstanceOf(Deliveries.Delivered.Revised.class, world.take(replay)).lead();
        assertInstanceOf(Deliveries.Delivered.Repeat.class, world.take(replay));
        assertEquals(List.of("needs-attention", "replayed"), types(lead.id()));
    }

    @Test
    void a_replay_brings_an_attention_entry_on_its_way_once() {
        world.take(World.attention(world.submission("a", "1"), "mapping failed", false));
        var replay = World.attention(world.submission("a", "1"), null, true);

        var lead = assertInstanceOf(Deliveries.Delivered.Revised.class, world.take(replay)).lead();
        assertEquals(LeadState.SCORED, lead.state());
        assertInstanceOf(Deliveries.Delivered.Repeat.class, world.take(replay));
        assertEquals(List.of("needs-attention", "replayed"), types(lead.id()));
    }

    @Test
    void the_history_holds_no_personal_data() {
        var lead = world.take(world.submission("a", "1", new Contact("欧阳锋", "+8613912345678", "feng@example.cn"))).lead();

        var history = world.timelines.of(lead.id()).toString();

        assertTrue(!history.contains("欧阳锋") && !history.contains("139123") && !history.contains("feng@"), history);
    }

    @Test
    void the_history_is_a_chain_without_gaps() {
        var lead = world.take(world.submission("a", "1")).lead();
        world.take(world.submission("a", "2"));
        world.take(world.submission("a", "3"));

        var events = world.timelines.of(lead.id());

        var prev = "";
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).seq());
            assertEquals(prev, events.get(i).prev());
            assertTrue(events.get(i).verifies());
            prev = events.get(i).hash();
        }
        assertEquals(prev, world.leads.find(lead.id()).orElseThrow().head());
    }

    private List<String> types(String lead) {
        return world.timelines.of(lead).stream().map(TimelineEvent::type).toList();
    }
}
