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
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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
     * @param id    the customer's id, merges followed
     * @param since when its first lead came
     * @param owner staff id, or {@code null}
     * @param extra leads after the first
     */
    private record Known(String id, Instant since, String owner, long extra) {}

    /**
     * @param id    the customer after following merges
     * @param owner the staff id of who owns it, or {@code null}
     */
    public record Customer(String id, String owner) {}

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
        var known = new TreeMap<String, Known>();
        for (var item : found) {
            item.map(Doc::of).map(doc -> root(doc.required("customer"), doc.instant("since")))
                    .ifPresent(each -> known.put(each.id(), each));
        }
        if (own != null) {
            var root = root(own, since);
            known.putIfAbsent(root.id(), root);
        }
        var eldest = known.values().stream().min(Comparator.comparing(Known::since).thenComparing(Known::id))
                .orElse(new Known("c" + lead, since, null, 0));
        var writes = new ArrayList<Write>();
        for (int i = 0; i < keys.size(); i++) {
            if (found.get(i).isEmpty()) {
                writes.add(claimKey(keys.get(i), eldest));
            }
        }
        var younger = known.values().stream().filter(each -> !each.id().equals(eldest.id())).toList();
        younger.forEach(each -> writes.add(merge(each, eldest)));
        var returning = own == null && !known.isEmpty();
        if (returning || !younger.isEmpty()) {
            writes.add(meet(eldest, younger, returning));
        }
        return new Claim(eldest.id(), returning ? 1 + eldest.extra() : 0, writes);
    }

    /** The younger one points to the older; both birthdays are kept, so that readers need not look further and it can be undone. */
    private static Write merge(Known younger, Known eldest) {
        return new Write.Update(item(younger.id()), List.of(
                Change.set("mergedInto", eldest.id()),
                Change.set("mergedSince", eldest.since().toString()),
                Change.set("since", younger.since().toString())), Condition.missing("mergedInto"));
    }

    /** The eldest gets one more lead, and an owner from the younger ones if it has none. */
    private static Write meet(Known eldest, List<Known> younger, boolean returning) {
        var changes = new ArrayList<Change>();
        changes.add(Change.add("extra", returning ? 1 : 0));
        if (eldest.owner() == null) {
            younger.stream().map(Known::owner).filter(Objects::nonNull).findFirst()
                    .ifPresent(owner -> changes.add(Change.set("owner", owner)));
        }
        return new Write.Update(item(eldest.id()), changes,
                Condition.all(Condition.missing("mergedInto"), Condition.unchanged("owner", eldest.owner())));
    }

    /** The customer that this id stands for now, merges followed. */
    public Customer find(String id) {
        var root = root(id, Instant.EPOCH);
        return new Customer(root.id(), root.owner());
    }

    private Known root(String id, Instant since) {
        var at = id;
        var born = since;
        while (true) {
            var doc = store.get(item(at)).map(Doc::of);
            if (doc.isEmpty()) {
                return new Known(at, born, null, 0);
            }
            if (doc.get().text("mergedInto") == null) {
                return new Known(at, born, doc.get().text("owner"), doc.get().number("extra", 0));
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
