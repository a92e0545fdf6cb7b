package dev.leadkeeper.ledger;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Master customers (客户主数据). A strong key (USCC, phone, e-mail) belongs to one customer for ever; it is stored as an
 * HMAC of the value, so that the table shows no phone. Two customers that turn out to be one: the younger points to the
 * older by {@code mergedInto}, and readers follow it; leads are never rewritten, so a merge can be undone.
 *
 * <p>A customer's own item ({@code customer#id}) exists from the first thing worth noting: an owner, a merge, a second lead.
 */
public final class Customers {
    /** Name of the secret that keys the HMAC. */
    public static final String SECRET = "customers/keys";

    private final Store store;
    private final Secrets secrets;

    public Customers(Store store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /**
     * @param id    the customer's id
     * @param since when its first lead came
     */
    record Known(String id, Instant since) {}

    /**
     * @param id    the customer after following merges
     * @param owner the staff id of who owns it, or {@code null}
     * @param extra how many leads came after the first
     */
    public record Customer(String id, String owner, long extra) {}

    /**
     * What a delivery means for customers, to be carried out in the transaction that stores the delivery.
     *
     * @param customer the customer that the lead belongs to, {@code null} if there is no strong key
     * @param earlier  how many leads this customer had before, as far as seen
     * @param writes   claims of keys, merges
     */
    record Claim(String customer, long earlier, List<Write> writes) {}

    /**
     * Works out the claim for a lead's facts.
     *
     * @param own   the customer that the lead already belongs to, or {@code null}
     * @param lead  the lead's id, from which a new customer's id is derived
     * @param since when the lead came
     */
    Claim claim(String lead, String own, Facts facts, Instant since) {
        var keys = keys(facts);
        if (keys.isEmpty()) {
            return new Claim(own, 0, List.of());
        }
        var found = store.getAll(keys);
        var known = new LinkedHashMap<String, Known>();
        for (var item : found) {
            item.map(Doc::of).map(doc -> root(new Known(doc.required("customer"), doc.instant("since"))))
                    .ifPresent(each -> known.putIfAbsent(each.id(), each));
        }
        if (own != null) {
            var root = root(new Known(own, since));
            known.putIfAbsent(root.id(), root);
        }
        var eldest = known.values().stream().min(Comparator.comparing(Known::since).thenComparing(Known::id))
                .orElse(new Known("c" + lead, since));
        var writes = new ArrayList<Write>();
        for (int i = 0; i < keys.size(); i++) {
            if (found.get(i).isEmpty()) {
                writes.add(claimKey(keys.get(i), eldest));
            }
        }
        if (known.size() > 1) {
            writes.add(new Write.Check(item(eldest.id()), Condition.missing("mergedInto")));
            known.values().stream().filter(each -> !each.id().equals(eldest.id())).forEach(younger ->
                    writes.add(new Write.Update(item(younger.id()),
                            List.of(Change.set("mergedInto", eldest.id()), Change.set("since", younger.since().toString())),
                            Condition.missing("mergedInto"))));
        }
        var earlier = 0L;
        if (own == null && known.size() == 1) { // with a merge the eldest's item is in the transaction already
            earlier = 1 + find(eldest.id()).map(Customer::extra).orElse(0L);
            writes.add(new Write.Update(item(eldest.id()), List.of(Change.add("extra", 1)),
                    Condition.missing("mergedInto")));
        }
        return new Claim(eldest.id(), earlier, writes);
    }

    /** The customer that this id stands for now, merges followed. */
    public Optional<Customer> find(String id) {
        var root = root(new Known(id, Instant.EPOCH)).id();
        return store.get(item(root)).map(Doc::of).map(doc ->
                new Customer(root, doc.text("owner"), doc.number("extra", 0)));
    }

    /** Follows merges to the customer that stands for this one. */
    private Known root(Known customer) {
        var at = customer;
        while (true) {
            var doc = store.get(item(at.id())).map(Doc::of);
            if (doc.isEmpty() || doc.get().text("mergedInto") == null) {
                return at;
            }
            at = new Known(doc.get().text("mergedInto"), at.since());
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

    private static Key item(String customer) {
        return Key.of(Table.CUSTOMERS, "customer#" + customer);
    }

    private List<Key> keys(Facts facts) {
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
        var secret = secrets.live(SECRET);
        if (secret.isEmpty()) {
            throw new IllegalStateException("the secret " + SECRET + " is missing: seed the stack first");
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            // The oldest live secret: keys must stay what they are, so this one is rotated by re-keying only.
            mac.init(new SecretKeySpec(secret.getLast().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var hash = mac.doFinal((kind + ":" + value).getBytes(StandardCharsets.UTF_8));
            return Key.of(Table.CUSTOMERS, "key#" + HexFormat.of().formatHex(hash, 0, 16));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HMAC-SHA256", e);
        }
    }
}
