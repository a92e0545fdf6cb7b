package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Master customers (客户主数据). A strong key (USCC, phone, e-mail) belongs to one customer for ever; it is stored as an
 * HMAC of the value, so that the table shows no phone. Two customers that turn out to be one: the younger points to the
 * older by {@code mergedInto}, and readers follow it; leads are never rewritten, so a merge can be undone.
 *
 * <p>A customer's own item ({@code customer#id}) exists from the first thing worth noting: a second lead, a merge. Until
 * then its one lead, from whose id its own is derived, says who the owner is. Whoever notes something first tells that lead
 * by an event in the same transaction: so a lead given away meanwhile is looked at again, and finds the customer noted.
 */
public final class Customers {
    /** Name of the secret that keys the HMAC. */
    public static final String SECRET = "customers/keys";

    /** The event on a customer's first lead when another lead turns out to be of the same customer. */
    static final String SAME_CUSTOMER = "same-customer";

    private final Store store;
    private final Leads leads;
    private final Keyed keyed;

    public Customers(Store store, Secrets secrets) {
        this.store = store;
        this.leads = new Leads(store);
        this.keyed = new Keyed(secrets);
    }

    /**
     * @param id    the customer's id, merges followed
     * @param since when its first lead came
     * @param owner staff id, or {@code null}
     * @param extra leads after the first
     * @param noted whether it has an item of its own
     */
    private record Known(String id, Instant since, String owner, long extra, boolean noted) {
        Known ownedBy(String staff) {
            return new Known(id, since, staff, extra, noted);
        }
    }

    /**
     * @param id    the customer after following merges
     * @param owner the staff id of who owns it, or {@code null}
     * @param noted whether it has an item of its own
     */
    public record Customer(String id, String owner, boolean noted) {
        /** Whether this lead alone, by its own owner, says who the customer's owner is. */
        boolean restsOn(Lead lead) {
            return !noted && id.equals(idFrom(lead.id()));
        }
    }

    /**
     * What a delivery means for customers, to be carried out in the transaction that stores the delivery.
     *
     * @param customer the customer that the lead belongs to, {@code null} if there is no strong key
     * @param earlier  how many leads this customer had before, as far as seen
     * @param writes   merges, and what else is to be noted of customers
     */
    record Claim(String customer, long earlier, List<Write> writes) {}

    /**
     * Works out the claim for a lead's facts, and takes the keys that nobody has yet, at once. A key whose lead never comes
     * to be names a customer without leads; the same lead, when its message comes again, knows the customer for its own.
     *
     * @param lead   the lead's id, from which a new customer's id is derived
     * @param before the lead as it is, {@code null} if it is not there yet; read before
     * @param since  when the lead came
     * @param now    the time of what is noted
     */
    Claim claim(String lead, Lead before, Facts facts, Instant since, Instant now) {
        var own = before == null ? null : before.customer();
        var keys = keys(facts);
        if (keys.isEmpty()) {
            return new Claim(own, 0, List.of());
        }
        var found = store.glanceAll(keys); // a key never changes, and one that seems free is put on that condition
        while (true) {
            var known = new TreeMap<String, Known>();
            for (var item : found) {
                item.map(Doc::of).map(doc -> root(doc.required("customer"), doc.instant("since")))
                        .ifPresent(each -> known.put(each.id(), each));
            }
            if (own != null) {
                var root = root(own, since);
                known.putIfAbsent(root.id(), root);
            }
            var fresh = new Known(idFrom(lead), since, null, 0, false);
            var eldest = known.values().stream().min(Comparator.comparing(Known::since).thenComparing(Known::id)).orElse(fresh);
            if (takes(keys, found, eldest)) {
                var returning = own == null && known.keySet().stream().anyMatch(each -> !each.equals(fresh.id()));
                return new Claim(eldest.id(), own == null ? eldest.extra() + (returning ? 1 : 0) : 0,
                        returning || known.size() > 1 ? meeting(lead, before, known, eldest.id(), returning, now) : List.of());
            }
            // Somebody else took one of the keys, a moment ago or just now. A key is never given back, so this ends.
            found = store.getAll(keys);
        }
    }

    /** Takes the keys that were free; {@code false} if one no longer is. */
    private boolean takes(List<Key> keys, List<Optional<Map<String, Object>>> found, Known customer) {
        for (int i = 0; i < keys.size(); i++) {
            if (found.get(i).isEmpty() && store.write(claimKey(keys.get(i), customer)) instanceof Store.WriteResult.Refused) {
                return false;
            }
        }
        return true;
    }

    /** What is noted when a lead is of a customer that has others, or of several customers, who then are one. */
    private List<Write> meeting(String lead, Lead before, Map<String, Known> known, String id, boolean returning, Instant now) {
        var writes = new ArrayList<Write>();
        known.replaceAll((_, each) -> each.noted() ? each : firstNoted(each, lead, before, now, writes));
        var eldest = known.get(id);
        var younger = known.values().stream().filter(each -> !each.id().equals(id)).toList();
        younger.forEach(each -> writes.add(merge(each, eldest)));
        writes.add(meet(eldest, younger, returning));
        return writes;
    }

    /** A customer about to be noted, with the owner that its first lead has at that moment. Tells the first lead. */
    private Known firstNoted(Known customer, String lead, Lead before, Instant now, List<Write> writes) {
        var id = firstLead(customer.id());
        if (id.equals(lead)) { // which changes in this transaction anyway
            return customer.ownedBy(before == null ? null : before.owner());
        }
        var first = leads.find(id);
        if (first.isEmpty()) { // its keys are taken and itself is still to come
            writes.add(new Write.Check(Key.of(Table.LEADS, id), Condition.missing("id")));
            return customer;
        }
        writes.addAll(Step.next(first.get(), first.get(), SAME_CUSTOMER, now, "system", Map.of("lead", lead)).writes());
        return customer.ownedBy(first.get().owner());
    }

    /** The younger one points to the older; both birthdays are kept, so that readers need not look further and it can be undone. */
    private static Write merge(Known younger, Known eldest) {
        return new Write.Update(item(younger.id()), List.of(
                Change.set("mergedInto", eldest.id()),
                Change.set("mergedSince", eldest.since().toString()),
                Change.set("since", younger.since().toString())), asSeen(younger));
    }

    /** The eldest gets one more lead, and an owner from the younger ones if it has none. */
    private static Write meet(Known eldest, List<Known> younger, boolean returning) {
        var changes = new ArrayList<Change>();
        changes.add(Change.add("extra", returning ? 1 : 0));
        Stream.concat(Stream.of(eldest), younger.stream()).map(Known::owner).filter(Objects::nonNull).findFirst()
                .ifPresent(owner -> changes.add(Change.set("owner", owner)));
        return new Write.Update(item(eldest.id()), changes, asSeen(eldest));
    }

    private static Condition asSeen(Known customer) {
        return customer.noted() ? Condition.all(Condition.missing("mergedInto"), Condition.unchanged("owner", customer.owner()))
                : Condition.missing("key");
    }

    /** The customer that this id stands for now, merges followed. */
    public Customer find(String id) {
        var root = root(id, Instant.EPOCH);
        return new Customer(root.id(), root.noted() ? root.owner() : leads.find(firstLead(root.id())).map(Lead::owner).orElse(null),
                root.noted());
    }

    /**
     * The customer of a lead now, merges followed.
     *
     * @param lead as read before, which is what a transaction on it must be conditioned on; with a customer
     */
    public Customer of(Lead lead) {
        var root = root(lead.customer(), Instant.EPOCH);
        return new Customer(root.id(), root.noted() ? root.owner() : lead.owner(), root.noted());
    }

    private Known root(String id, Instant since) {
        var at = id;
        var born = since;
        while (true) {
            var doc = store.get(item(at)).map(Doc::of);
            if (doc.isEmpty()) {
                return new Known(at, born, null, 0, false);
            }
            if (doc.get().text("mergedInto") == null) {
                return new Known(at, born, doc.get().text("owner"), doc.get().number("extra", 0), true);
            }
            at = doc.get().text("mergedInto");
            born = doc.get().instant("mergedSince");
        }
    }

    /** The write by which a customer without owner gets this one. */
    static Write own(String customer, String seen, String owner) {
        return new Write.Update(item(customer), List.of(Change.set("owner", owner)),
                Condition.all(Condition.unchanged("owner", seen), Condition.missing("mergedInto")));
    }

    private static Write claimKey(Key key, Known customer) {
        var item = Doc.build().put("key", key.hash()).put("customer", customer.id()).put("since", customer.since()).done();
        return new Write.Put(key, item, Condition.missing("key"));
    }

    private static String idFrom(String firstLead) {
        return "c" + firstLead;
    }

    private static String firstLead(String customer) {
        return customer.substring(1);
    }

    private static Key item(String customer) {
        return Key.of(Table.CUSTOMERS, "customer#" + customer);
    }

    /** The items of the facts' strong keys. */
    List<Key> keys(Facts facts) {
        var keys = new ArrayList<Key>();
        if (facts.uscc() != null) {
            keys.add(key("uscc", facts.uscc()));
        }
        if (facts.contact().phone() != null) {
            keys.add(key("phone", facts.contact().phone()));
        }
        if (facts.contact().email() != null) {
            keys.add(key("email", facts.contact().email()));
        }
        return keys;
    }

    private Key key(String kind, String value) {
        return Key.of(Table.CUSTOMERS, "key#" + keyed.hash(kind + ":" + value, 16));
    }
}
