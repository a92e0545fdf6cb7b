package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.codec.StaffCodec;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What must be true at every instant: told of every write right after it, and of every answer. */
final class Promises {
    private static final String SYSTEM = "system";
    /** Events by which an owner has a lead no more; each says who that was. */
    private static final Set<String> MOVED = Set.of("reassigned", "released", "rerouted", "recycled");
    /** Events that say more than that they happened. */
    private static final Set<String> LOOKED_INTO = Set.of("assigned", "reassigned", "released", "rerouted", "recycled", "notified");
    /** The sample's limit: the rulebooks of the simulation say nothing of deadlines. */
    private static final int MOST_CLAIMS = 5;
    /** What may follow a state. */
    private static final Map<LeadState, Set<LeadState>> NEXT = new EnumMap<>(Map.of(
            LeadState.SCORED, EnumSet.complementOf(EnumSet.of(LeadState.RESOLVED)),
            LeadState.WAITING, EnumSet.complementOf(EnumSet.of(LeadState.RESOLVED)),
            LeadState.NURTURING, EnumSet.complementOf(EnumSet.of(LeadState.RESOLVED)),
            LeadState.ASSIGNED, EnumSet.of(LeadState.ASSIGNED, LeadState.SCORED, LeadState.NURTURING, LeadState.TEST),
            LeadState.TEST, EnumSet.of(LeadState.TEST, LeadState.SCORED, LeadState.ATTENTION),
            LeadState.ATTENTION, EnumSet.of(LeadState.ATTENTION, LeadState.SCORED, LeadState.TEST, LeadState.RESOLVED),
            LeadState.RESOLVED, EnumSet.of(LeadState.RESOLVED)));

    private static final Set<LeadState> FREE = EnumSet.of(LeadState.SCORED, LeadState.WAITING, LeadState.NURTURING);

    private final Store truth;
    private final Cosmos cosmos;
    private final Set<String> promised = new TreeSet<>();
    private final Set<String> replayed = new TreeSet<>();
    private final Map<String, Set<String>> answers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Lead> leads = new HashMap<>();
    private final Map<String, Staff> staff = new TreeMap<>();
    private final Map<String, String> events = new HashMap<>();
    private final Map<String, Long> notified = new HashMap<>();
    private final Map<String, String> customerOwners = new HashMap<>();
    private final Turns turns;
    private final Set<String> oftenAway = new HashSet<>();
    private long breakerOpenedAt = Long.MAX_VALUE;
    private long unknownFields;

    Promises(Store truth, Cosmos cosmos, Company company, Theme theme) {
        this.truth = truth;
        this.cosmos = cosmos;
        this.turns = new Turns(cosmos, company, theme);
    }

    /** A vendor was told with 200 that these ids are safe. */
    void promised(Senders.Delivery delivery, List<String> accepted) {
        promised.addAll(accepted);
        var before = answers.putIfAbsent(delivery.key(), new TreeSet<>(accepted));
        require(before == null || before.equals(new TreeSet<>(accepted)),
                "the same delivery " + delivery.key() + " was first " + before + " and then " + accepted);
    }

    /** A body was posted, perhaps for the first time; its fields that no mapping knows may be counted once. */
    void posted(Senders.Delivery delivery) {
        unknownFields += delivery.unknown();
    }

    /** Somebody who replayed an attention entry was told that these are leads now. */
    void replayed(List<String> became) {
        replayed.addAll(became);
    }

    /** A channel is being asked to deliver a notice. */
    void asked(String notice) {
        var at = notified.get(notice);
        require(at == null || at >= cosmos.running().started(), "notice " + notice + " was sent again though its receipt was there");
    }

    Set<String> promised() {
        return promised;
    }

    Set<String> replayed() {
        return replayed;
    }

    /** Ids of all leads so far, in the order in which they came. */
    List<String> leads() {
        return ids;
    }

    /** The counters of somebody as they are now. */
    Staff.Ledger ledger(String rep) {
        return staff.containsKey(rep) ? staff.get(rep).ledger() : Staff.Ledger.NEW;
    }

    /** Whether somebody may get leads now. */
    boolean receives(String rep) {
        var now = staff.get(rep);
        return now == null || now.status() == Staff.Status.ACTIVE && now.canReceive();
    }

    /** Ids of the leads that somebody owns. */
    List<String> owned() {
        return ids.stream().filter(id -> leads.get(id).owner() != null).toList();
    }

    /** Who owns the lead. */
    String owner(String id) {
        return leads.get(id).owner();
    }

    /** Whether nobody owns the lead and somebody could. */
    boolean isFree(String id) {
        return FREE.contains(leads.get(id).state());
    }

    /** Most that may be counted of the field that no mapping knows. */
    long unknownFields() {
        return unknownFields;
    }

    /** Looks at what was written. */
    void changed(List<Key> keys) {
        for (var key : keys) {
            var stored = truth.get(key);
            var item = stored.map(Doc::of);
            switch (key.table()) {
                case LEADS -> item.ifPresent(doc -> lead(LeadCodec.fromDoc(doc)));
                case STAFF -> {
                    if (!key.hash().contains("#")) {
                        item.ifPresent(doc -> counters(StaffCodec.fromDoc(doc, null)));
                    } else if (key.hash().startsWith(StaffCodec.POOL)) {
                        item.ifPresent(doc -> turns.agree(key.hash().substring(StaffCodec.POOL.length()), doc.number("taken", 0)));
                    }
                }
                case TIMELINE -> event(key, stored.orElse(null));
                case SETTINGS -> {
                    if (key.sort().equals("breaker")) {
                        item.ifPresent(this::breaker);
                    }
                }
                case CUSTOMERS -> item.filter(doc -> doc.text("mergedInto") == null)
                        .ifPresent(doc -> customer(key.hash(), doc.text("owner")));
                case DETAILS, SIGNALS, TODOS, ACTIVITIES, EVIDENCE -> { }
            }
        }
    }

    /** Nobody acted for as long as the rules allow, so that it went back on its way. */
    private static boolean takenBack(Lead before, Lead lead) {
        if (before.owner() == null) {
            return false;
        }
        var due = before.watch().at(Timer.RECYCLE);
        return lead.owner() == null && lead.watch().round() == before.watch().round() + 1 && lead.watch().past().containsKey(before.owner())
                && due != null && !due.isAfter(lead.watch().past().get(before.owner()));
    }

    private void lead(Lead lead) {
        var before = leads.put(lead.id(), lead);
        if (before == null) {
            ids.add(lead.id());
        } else {
            if (before.owner() != null && !before.owner().equals(lead.owner())) {
                leaves(before, lead);
            }
            require(NEXT.get(before.state()).contains(lead.state()), "lead " + lead.id() + " went from " + before.state() + " to " + lead.state());
            require(before.state() == LeadState.ATTENTION || !lead.order().isBefore(before.order()),
                    "lead " + lead.id() + " says again what it said at " + lead.order() + " and not at " + before.order());
            require(lead.ver() >= before.ver(), "the version of lead " + lead.id() + " went back from " + before.ver() + " to " + lead.ver());
        }
        require((lead.state() == LeadState.ASSIGNED) == (lead.owner() != null), "lead " + lead.id() + " is " + lead.state()
                + " and owned by " + lead.owner());
        if (lead.owner() != null && lead.customer() != null && (before == null || !lead.owner().equals(before.owner()))) {
            given(lead);
        }
    }

    /** Nobody loses a lead but by an event that says so, and whose it was. What follows of its customer is open then. */
    private void leaves(Lead before, Lead lead) {
        var event = truth.get(Key.of(Table.TIMELINE, lead.id(), lead.ver())).map(item -> EventCodec.fromDoc(item, Json::readKnown));
        require(event.isPresent() && MOVED.contains(event.get().type()) && before.owner().equals(event.get().data().get("owner")),
                "lead " + lead.id() + " changed hands from " + before.owner() + " to " + lead.owner() + " without anybody asking");
        require(!event.get().type().equals("recycled") || takenBack(before, lead), "lead " + lead.id() + " was taken back from " + before.owner() + " too early");
        for (var customer = lead.customer(); customer != null; ) {
            customerOwners.remove("customer#" + customer);
            customer = truth.get(Key.of(Table.CUSTOMERS, "customer#" + customer)).map(item -> Doc.of(item).text("mergedInto")).orElse(null);
        }
    }

    /** AS2: a customer's first lead says whose the customer is until something is noted, which then says the same. */
    private void given(Lead lead) {
        var customer = "customer#" + lead.customer();
        var noted = truth.get(Key.of(Table.CUSTOMERS, customer)).map(Doc::of);
        if (noted.isEmpty()) {
            lead.watch().past().keySet().forEach(past -> customerOwners.remove(customer, past)); // taken back, and with the lead its customer
            customer(customer, lead.owner());
        } else if (noted.get().text("mergedInto") == null) {
            require(noted.get().text("owner") != null, "lead " + lead.id() + " has an owner and its customer has none");
        }
    }

    private void counters(Staff now) {
        var before = staff.put(now.id(), now);
        var ledger = now.ledger();
        require(ledger.open() >= 0, now.id() + " has fewer than no leads");
        if (now.status() != Staff.Status.ACTIVE) {
            oftenAway.add(now.id());
        }
        require(ledger.claimed() <= MOST_CLAIMS, now.id() + " claimed " + ledger.claimed() + " leads on " + ledger.claimDay());
        if (ledger.owned() > (before == null ? 0 : before.ledger().owned())) {
            require(ledger.open() <= now.cap(), now.id() + " has " + ledger.open() + " leads and a cap of " + now.cap());
            require(now.status() == Staff.Status.ACTIVE && now.canReceive(), now.id() + " could not receive and got a lead");
            require(now.dayCap() == null || ledger.today() <= now.dayCap(), now.id() + " got " + ledger.today() + " leads today and may have " + now.dayCap());
            require(now.backlogCap() == null || ledger.owned() <= now.backlogCap(),
                    now.id() + " owns " + ledger.owned() + " leads and may own " + now.backlogCap());
        }
        turns.agree(now);
    }

    private void event(Key key, Map<String, Object> item) {
        require(item != null, "an event of " + key.hash() + " is gone");
        var doc = Doc.of(item);
        var before = events.put(key.hash() + "/" + key.sort(), doc.required("hash"));
        require(before == null || before.equals(doc.required("hash")), "event " + key.sort() + " of " + key.hash() + " was written over");
        if (before == null && LOOKED_INTO.contains(doc.required("type"))) {
            happened(EventCodec.fromDoc(item, Json::readKnown));
        }
    }

    private void happened(TimelineEvent event) {
        switch (event.type()) {
            case "assigned" -> require(!event.by().equals(SYSTEM) || cosmos.running() == null || cosmos.running().started() <= breakerOpenedAt,
                    "lead " + event.lead() + " was assigned though the breaker had been open since before");
            case "notified" -> notified.putIfAbsent((String) event.data().get("notice"), cosmos.loop().now());
            default -> { }
        }
        turns.happened(event);
    }

    private void breaker(Doc item) {
        var open = Doc.of(Json.readOwn(item.required("doc"))).flag("open");
        breakerOpenedAt = !open ? Long.MAX_VALUE : breakerOpenedAt == Long.MAX_VALUE ? cosmos.loop().now() : breakerOpenedAt;
    }

    /** AS2: a customer keeps its owner as long as that one works here. */
    private void customer(String id, String owner) {
        var before = owner == null ? customerOwners.get(id) : customerOwners.put(id, owner);
        require(before == null || before.equals(owner) || oftenAway.contains(before),
                id + " belonged to " + before + ", who was there all the time, and now to " + owner);
    }

    static void require(boolean kept, Supplier<String> otherwise) {
        if (!kept) {
            throw new Violation(otherwise.get());
        }
    }

    static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new Violation(otherwise);
        }
    }
}
