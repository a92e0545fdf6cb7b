package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A phone or an address belongs to one customer, whoever asked first; and nobody is taken for somebody else with whom they share neither. */
final class CustomersAtRest {
    private static final List<String> KEYS = List.of("phone", "email");

    private final Store truth;
    private final Customers customers;

    CustomersAtRest(Store truth, Customers customers) {
        this.truth = truth;
        this.customers = customers;
    }

    void check(Collection<Lead> leads) {
        var byKey = new HashMap<String, String>();
        var groups = new HashMap<String, String>();
        for (var lead : leads) {
            // By all that it ever said, also what was never applied: keys are taken before the lead is stored, and never given back.
            var said = truth.query(new Store.Query(Table.DETAILS, lead.id(), null, false, 1000, null)).items().stream()
                    .flatMap(part -> values(Doc.of(part)).stream()).toList();
            said.forEach(value -> groups.put(group(groups, value), group(groups, lead.id())));
            if (lead.customer() == null) {
                continue;
            }
            require(!said.isEmpty(), "lead " + lead.id() + " has a customer and never said a phone or an address");
            var customer = customers.find(lead.customer()).id();
            for (var value : values(Doc.of(truth.get(Key.of(Table.DETAILS, lead.id(), lead.details())).orElseThrow()))) {
                var other = byKey.putIfAbsent(value, customer);
                require(other == null || Objects.equals(other, customer), value + " belongs to two customers: " + other + " and " + customer);
            }
        }
        var first = new HashMap<String, String>();
        for (var lead : leads) {
            if (lead.customer() != null) {
                var other = first.putIfAbsent(customers.find(lead.customer()).id(), lead.id());
                require(other == null || group(groups, other).equals(group(groups, lead.id())),
                        "leads " + other + " and " + lead.id() + " are of one customer and have neither a phone nor an address in common");
            }
        }
    }

    /** A delivery that is a test claims nothing. */
    private static List<String> values(Doc delivery) {
        var facts = delivery.doc("facts");
        var values = new ArrayList<String>();
        if (facts != null && !Senders.MADE_UP.equals(facts.text("phone"))) {
            KEYS.stream().map(facts::text).filter(Objects::nonNull).forEach(values::add);
        }
        return values;
    }

    /** Who stands for all that are known to belong together with this one. */
    private static String group(Map<String, String> groups, String one) {
        var at = one;
        for (var next = groups.get(at); next != null && !next.equals(at); next = groups.get(at)) {
            at = next;
        }
        return at;
    }
}
