package dev.leadkeeper.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.fake.InMemoryStore;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whose a lead is when several come from one person, also at the same moment and across crashes. */
class CustomersTest {
    private static final Contact PHONE = new Contact("甲", "+8613912345678", null);
    private static final Contact EMAIL = new Contact("甲", null, "jia@example.cn");
    private static final Contact BOTH = new Contact("甲", "+8613912345678", "jia@example.cn");

    private final Interrupted store = new Interrupted();
    private final World world = new World(store);

    @Test
    void the_only_lead_of_a_customer_says_whose_it_is_and_nothing_else_is_written() {
        var lead = given(take("a", PHONE), "lin");
        assertEquals("lin", world.customers.of(lead).owner());
        assertEquals("lin", world.customers.find(lead.customer()).owner());
        assertTrue(store.get(Key.of(Table.CUSTOMERS, "customer#" + lead.customer())).isEmpty());
    }

    @Test
    void a_second_lead_finds_the_owner_of_the_first_and_the_first_says_that_it_came() {
        var first = given(take("a", PHONE), "lin");
        var second = take("b", PHONE);
        assertEquals("lin", world.customers.of(second).owner());
        assertEquals(List.of("scored", "assigned", "same-customer"), types(first));
        assertEquals(List.of("scored"), types(second));
        take("c", PHONE);
        assertEquals(3, types(first).size(), "once noted, nothing more is to be told");
    }

    @Test
    void a_lead_about_to_be_given_away_is_looked_at_again_when_its_customer_comes_a_second_time() {
        var first = take("a", PHONE);
        var customer = world.customers.of(first);
        var second = take("b", PHONE);
        assertInstanceOf(Ownership.Given.LeadChanged.class, give(first, "lin", customer));

        given(second, "wu");

        assertEquals("wu", world.customers.of(now(first)).owner());
    }

    @Test
    void keys_taken_by_a_process_that_died_are_its_own_when_its_message_comes_again() {
        store.before(write -> write.key().table() == Table.LEADS, Interrupted::dies);
        assertThrows(Store.Fault.class, () -> take("a", BOTH));
        var lead = take("a", BOTH);
        assertEquals("c" + lead.id(), lead.customer());
        assertEquals(60, lead.score(), "nobody came before");
        assertFalse(world.customers.of(lead).noted());
    }

    /** The same body is posted again, once somebody has told the form where the phone is. */
    @Test
    void a_delivery_that_is_read_otherwise_after_a_process_died_says_the_phone_that_its_customer_is_known_by() {
        var unread = World.attention(world.submission("a", "1", new Contact("甲", null, null)), "no way to reach", false);
        store.before(write -> write.key().table() == Table.LEADS, Interrupted::dies);
        assertThrows(Store.Fault.class, () -> world.take(unread));

        var lead = world.take(world.submission("a", "1", PHONE)).lead();

        assertEquals("c" + lead.id(), lead.customer());
        assertEquals(PHONE, new Details(store).factsOf(lead).contact());
        assertInstanceOf(Deliveries.Delivered.Repeat.class, world.take(unread));
        assertEquals(PHONE, new Details(store).factsOf(now(lead)).contact());
    }

    @Test
    void a_lead_that_finds_keys_of_one_still_to_come_shares_its_customer_and_its_owner() {
        store.before(write -> write.key().table() == Table.LEADS, Interrupted::dies);
        assertThrows(Store.Fault.class, () -> take("a", PHONE));
        var second = given(take("b", PHONE), "lin");
        var first = take("a", PHONE);
        assertEquals("c" + first.id(), second.customer());
        assertEquals(first.customer(), second.customer());
        assertEquals("lin", world.customers.of(first).owner());
    }

    @Test
    void a_first_lead_that_comes_while_the_second_is_taken_in_is_told_all_the_same() {
        store.before(write -> write.key().table() == Table.LEADS, Interrupted::dies);
        assertThrows(Store.Fault.class, () -> take("a", PHONE));
        store.before(write -> write.key().table() == Table.LEADS, () -> given(take("a", PHONE), "lin"));
        var second = take("b", PHONE);
        assertEquals("lin", world.customers.of(second).owner());
    }

    @Test
    void two_who_take_the_same_keys_at_the_same_moment_are_one_customer() {
        store.before(write -> write.key().table() == Table.CUSTOMERS, () -> take("b", BOTH));
        var first = take("a", BOTH);
        assertEquals(now("b").customer(), first.customer());
    }

    @Test
    void two_who_take_keys_of_each_other_become_one_customer() {
        store.before(write -> write.key().table() == Table.CUSTOMERS, () ->
                store.before(write -> write.key().table() == Table.CUSTOMERS, () -> given(take("b", EMAIL), "lin")));
        var first = take("a", BOTH);
        assertEquals(world.customers.find(now("b").customer()).id(), world.customers.find(first.customer()).id());
        assertEquals("lin", world.customers.of(first).owner());
    }

    @Test
    void an_owner_that_the_younger_gets_while_it_is_merged_is_not_lost() {
        var elder = take("a", PHONE);
        world.clock.advance(Duration.ofMinutes(1));
        var younger = take("b", EMAIL);
        store.before(write -> write.key().table() == Table.LEADS, () -> given(younger, "lin"));
        var both = take("c", BOTH);
        assertEquals(elder.customer(), both.customer());
        assertEquals("lin", world.customers.of(both).owner());
    }

    @Test
    void a_history_whose_head_a_crash_left_behind_is_mended_when_its_customer_comes_again() {
        var first = take("a", PHONE);
        store.before(write -> write instanceof Write.Update && write.key().table() == Table.LEADS, Interrupted::dies);
        assertThrows(Store.Fault.class, () -> world.timelines.appendOnce(first.id(), "notified", "system", Map.of(), event -> false));
        take("b", PHONE);
        assertEquals(List.of("scored", "notified", "same-customer"), types(first));
        assertEquals(3, now(first).ver());
    }

    @Test
    void a_lead_without_keys_has_no_customer() {
        assertNull(take("a", new Contact("甲", null, null)).customer());
    }

    private Lead take(String key, Contact contact) {
        return world.take(world.submission(key, key, contact)).lead();
    }

    private Ownership.Given give(Lead lead, String rep, Customers.Customer customer) {
        return world.ownership.give(lead, world.staff.find(rep).orElseGet(() -> world.hire(rep, 8)), World.to(rep, null), "system",
                customer, customer.owner() == null, null);
    }

    private Lead given(Lead lead, String rep) {
        return assertInstanceOf(Ownership.Given.Done.class, give(lead, rep, world.customers.of(lead))).lead();
    }

    private Lead now(Lead lead) {
        return world.leads.find(lead.id()).orElseThrow();
    }

    private Lead now(String key) {
        return world.leads.find(LeadId.of("demo", key)).orElseThrow();
    }

    private List<String> types(Lead lead) {
        return world.timelines.of(lead.id()).stream().map(TimelineEvent::type).toList();
    }

    /** A store at which something happens right before a write. */
    private static final class Interrupted extends InMemoryStore {
        private record Event(Predicate<Write> at, Runnable what) {}

        private final Deque<Event> events = new ArrayDeque<>();

        /** Once, before the next write of this kind. */
        void before(Predicate<Write> at, Runnable what) {
            events.add(new Event(at, what));
        }

        static void dies() {
            throw new Fault("the process dies", null);
        }

        @Override
        public synchronized WriteResult write(Write write) {
            happens(List.of(write));
            return super.write(write);
        }

        @Override
        public synchronized TransactResult transact(List<Write> writes) {
            happens(writes);
            return super.transact(writes);
        }

        private void happens(List<Write> writes) {
            for (var event : List.copyOf(events)) {
                if (writes.stream().anyMatch(event.at()) && events.remove(event)) {
                    event.what().run();
                    return;
                }
            }
        }
    }
}
