package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.ledger.Chains;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.HeldNotices;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.notice.Settlements;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import static dev.leadkeeper.infra.simulation.Promises.require;

/** What must be true once the world is at rest: no faults any more, queues empty, sweeps run. */
final class AtRest {
    private static final Set<String> DECIDED = Set.of("assigned", "reassigned", "pooled", "waiting");

    private final Store truth;
    private final Promises promises;
    private final NoticesAtRest notices;
    private final Customers customers;
    private final Theme theme;
    private final OnLeave leave;
    private final Map<String, Lead> leads = new TreeMap<>();
    private final Map<String, List<Instant>> received = new HashMap<>();
    private final Map<String, List<Instant>> claimed = new HashMap<>();

    AtRest(Store truth, Promises promises, SimulatedNotifier notifier, Secrets secrets, Theme theme) {
        this.truth = truth;
        this.promises = promises;
        this.notices = new NoticesAtRest(truth, notifier);
        this.customers = new Customers(truth, secrets);
        this.theme = theme;
        this.leave = new OnLeave(truth);
    }

    void check() {
        String after = null;
        do {
            var page = new Leads(truth).all(500, after);
            page.leads().forEach(lead -> leads.put(lead.id(), lead));
            after = page.next();
        } while (after != null);
        for (var id : promises.promised()) {
            require(leads.containsKey(id), "lead " + id + " was answered with 200 and is nowhere");
        }
        for (var id : promises.replayed()) {
            require(leads.containsKey(id) && leads.get(id).state() != LeadState.ATTENTION, "entry " + id + " was replayed, and nothing came of it");
        }
        leads.values().forEach(this::settled);
        counted();
        waiting();
        new CustomersAtRest(truth, customers).check(leads.values());
        drift();
        notices.owed();
    }

    private void settled(Lead lead) {
        require(lead.state() != LeadState.SCORED, "lead " + lead.id() + " is on its way and nobody carries it");
        var events = new Timelines(truth, null).of(lead.id());
        chain(lead);
        NotedOnce.check(events);
        var details = truth.get(Key.of(Table.DETAILS, lead.id(), lead.details()));
        require(details.isPresent(), "what lead " + lead.id() + " said is nowhere");
        TimelineEvent last = null;
        String holder = null;
        for (var event : events) {
            var data = Doc.of(event.data());
            if (DECIDED.contains(event.type())) {
                require(Set.of("1", "2").contains(data.doc("decision").required("rulebookVersion")), "a decision on " + lead.id() + " does not name its rulebook");
            }
            switch (event.type()) {
                case "assigned", "reassigned" -> {
                    require(Objects.equals(holder, data.text("owner")), "lead " + lead.id() + " was given away by " + data.text("owner") + " and belonged to " + holder);
                    holder = data.doc("decision").doc("target").required("rep");
                    last = event;
                    assigned(lead, holder, event, data.doc("decision").doc("target"));
                    if (data.doc("decision").required("strategy").equals("claim")) {
                        claimed.computeIfAbsent(holder, _ -> new ArrayList<>()).add(event.at());
                    }
                    left(lead, event, data, events);
                }
                case "released", "rerouted", "recycled" -> {
                    require(Objects.equals(holder, data.text("owner")), "lead " + lead.id() + " was taken from " + data.text("owner") + " and belonged to " + holder);
                    holder = null;
                    left(lead, event, data, events);
                }
                default -> { }
            }
        }
        require(Objects.equals(holder, lead.owner()), "lead " + lead.id() + " belongs to " + lead.owner() + ", its history says " + holder);
        if (holder != null) {
            notices.told(lead, last, events);
        }
    }

    /** Who had the lead learned that somebody else moved it. */
    private void left(Lead lead, TimelineEvent event, Doc data, List<TimelineEvent> events) {
        var former = data.text("owner");
        if (former == null || event.by().equals("system") || event.by().equals(former)) {
            return;
        }
        if (data.text("plan") == null) {
            notices.left(lead, former, "handed-over:" + lead.id() + ":" + event.seq() + ":" + former, events);
        } else { // of many leads moved by one they learn at once
            notices.leftWithOthers(lead, former, "handed-over:" + data.text("plan") + ":" + former);
        }
    }

    /** As the product's own verifier sees it. At rest no head is behind its history, also where a person's request died and they did not repeat it. */
    private void chain(Lead lead) {
        var verdict = new Chains(truth, null).read(lead.id()).verdict();
        require(verdict instanceof ChainVerdict.Verified verified && !verified.headBehind(), "the history of " + lead.id() + " does not verify: " + verdict);
    }

    private void assigned(Lead lead, String owner, TimelineEvent event, Doc target) {
        leave.check(owner, event);
        received.computeIfAbsent(owner, _ -> new ArrayList<>()).add(event.at());
        if (target.flag("fallback")) {
            require(truth.get(Key.of(Table.TODOS, owner, "fallback#" + lead.id())).isPresent(),
                    "lead " + lead.id() + " came to the fallback owner, who has no to-do");
        }
    }

    private void counted() {
        for (var staff : new StaffBook(truth).everybody().staff()) {
            var mine = leads.values().stream().filter(lead -> staff.id().equals(lead.owner())).toList();
            long owned = mine.stream().filter(lead -> lead.outcome() == null).count();
            long open = mine.stream().filter(lead -> lead.outcome() == null && !lead.contacted()).count();
            require(open == staff.ledger().open(), staff.id() + " counts " + staff.ledger().open() + " open leads and has " + open);
            require(owned == staff.ledger().owned(), staff.id() + " counts " + staff.ledger().owned() + " leads and owns " + owned);
            onItsDay(staff.ledger().day(), staff.ledger().today(), received.getOrDefault(staff.id(), List.of()), staff.id() + " got");
            onItsDay(staff.ledger().claimDay(), staff.ledger().claimed(), claimed.getOrDefault(staff.id(), List.of()), staff.id() + " claimed");
        }
    }

    /**
     * What is counted on a day is what came on it. Clocks are off by 5 s at the most, so a lead of the last 10 s before midnight may count on
     * either day.
     */
    private static void onItsDay(String day, long counted, List<Instant> came, String what) {
        if (day == null) {
            require(came.isEmpty(), what + " " + came.size() + " leads, and none is counted");
            return;
        }
        var midnight = LocalDate.parse(day).atStartOfDay(Staff.COUNTED_IN).toInstant();
        long least = came.stream().filter(at -> !at.isBefore(midnight)).count();
        long most = came.stream().filter(at -> !at.isBefore(midnight.minusSeconds(10))).count();
        require(least <= counted && counted <= most, what + " " + least + " leads on " + day + ", and " + counted + " are counted");
    }

    /** Who waits can be seen waiting, and waits because all who could take it are full or gone. */
    private void waiting() {
        var boss = new StaffBook(truth).find(Company.BOSS).orElseThrow();
        var list = new HashSet<Object>();
        String after = null;
        do {
            var page = truth.query(new Store.IndexQuery(Index.HELD, Holder.WAITING, null, false, 500, after));
            page.items().forEach(item -> list.add(item.get("id")));
            after = page.next();
        } while (after != null);
        for (var lead : leads.values()) {
            require(list.contains(lead.id()) == (lead.state() == LeadState.WAITING), "lead " + lead.id() + " is " + lead.state() + ", the waiting list says otherwise");
            require(lead.state() != LeadState.WAITING || boss.ledger().open() >= boss.cap(),
                    "lead " + lead.id() + " waits (" + lead.reason() + ") and the fallback owner has room");
        }
    }

    /** A field that no mapping knows is counted once for a delivery, and the admins know of it. */
    private void drift() {
        truth.get(Key.of(Table.SIGNALS, "drift", Senders.FORM + "#" + Senders.UNKNOWN)).map(Doc::of).ifPresent(field -> {
            require(theme.people() || field.number("count", 0) <= promises.unknownFields(),
                    "field " + Senders.UNKNOWN + " was counted " + field.number("count") + " times and sent " + promises.unknownFields() + " times");
            var notice = Notices.drift(Senders.FORM, Senders.UNKNOWN, Company.ADMIN, "");
            require(field.flag("notified") && (new Settlements(truth, null).settled(notice) || new HeldNotices(truth).find(notice).isPresent()),
                    "nobody was told of field " + Senders.UNKNOWN);
        });
    }
}
