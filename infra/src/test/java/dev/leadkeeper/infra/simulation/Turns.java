package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The turns of each pool and what is owed for junk, counted by the histories alone, and whether each turn was fair when it was taken.
 * Whatever becomes of a lead, its turn was taken and is not given back: not when the lead is taken back, goes through the rules again or
 * to somebody else. Junk is made up for beside the turns. Who is passed over for a lead (they had it before, are full or away) misses a
 * turn that nobody owes them.
 */
final class Turns {
    /** How long an instance may not see what somebody is owed: it may know a roster for two seconds, by clocks that differ by ten. */
    private static final long UNSEEN = 15_000;

    private final Cosmos cosmos;
    private final Company company;
    private final Theme theme;
    private final Map<String, Circle> circles = new TreeMap<>();
    private final Map<String, Map<String, Owed>> owed = new TreeMap<>();
    /** The pool by whose turn its owner got a lead; none for leads that were claimed, handed over or given by merit. */
    private final Map<String, String> came = new HashMap<>();
    private final Map<String, Set<String>> had = new HashMap<>();

    /** Leads that somebody is to get in place of junk, and since when it is so many. */
    private record Owed(long leads, long since) {
        static final Owed NONE = new Owed(0, 0);
    }

    Turns(Cosmos cosmos, Company company, Theme theme) {
        this.cosmos = cosmos;
        this.company = company;
        this.theme = theme;
    }

    /** Looks at an event that has just been written. */
    void happened(TimelineEvent event) {
        var data = Doc.of(event.data());
        switch (event.type()) {
            case "assigned" -> given(event.lead(), data.doc("decision"));
            case "reassigned" -> {
                left(event.lead(), data);
                require(data.doc("decision").doc("target").doc("turn") == null, () -> "lead " + event.lead() + " was handed over and took a turn");
            }
            case "released", "rerouted", "recycled" -> left(event.lead(), data);
            default -> { }
        }
    }

    /** Somebody's counters are what the histories say. */
    void agree(Staff staff) {
        for (var pool : List.of(Company.EVEN, Company.WEIGHTED)) {
            long place = circle(pool).place(staff.id());
            require(staff.ledger().turns().getOrDefault(pool, 0L) == place,
                    () -> staff.id() + " counts " + staff.ledger().turns().get(pool) + " turns of " + pool + ", by the histories " + place);
            long leads = owed(pool, staff.id()).leads();
            require(staff.ledger().owed(pool) == leads,
                    () -> staff.id() + " is owed " + staff.ledger().owed(pool) + " leads of " + pool + ", by the histories " + leads);
        }
    }

    /** A pool's own count of turns is what the histories say. */
    void agree(String pool, long taken) {
        require(circle(pool).taken() == taken, () -> "pool " + pool + " counts " + taken + " turns and gave " + circle(pool).taken());
    }

    private Circle circle(String pool) {
        return circles.computeIfAbsent(pool, _ -> new Circle(company, pool));
    }

    private Owed owed(String pool, String rep) {
        return owed.getOrDefault(pool, Map.of()).getOrDefault(rep, Owed.NONE);
    }

    private void owe(String pool, String rep, long more) {
        owed.computeIfAbsent(pool, _ -> new HashMap<>()).put(rep, new Owed(owed(pool, rep).leads() + more, cosmos.loop().now()));
    }

    private void left(String lead, Doc data) {
        var owner = data.text("owner");
        var pool = came.remove(lead);
        var owes = "junk".equals(data.text("to")) ? pool : null;
        require(Objects.equals(owes, data.text("owed")), () -> "lead " + lead + " left " + owner + ", who is owed another one of "
                + data.text("owed") + ", by the histories of " + owes);
        if (owner != null) {
            had.computeIfAbsent(lead, _ -> new HashSet<>()).add(owner);
        }
        if (owes != null) {
            owe(owes, owner, 1);
        }
    }

    private void given(String lead, Doc decision) {
        var turn = decision.doc("target").doc("turn");
        if (turn == null) {
            came.remove(lead);
            return;
        }
        var pool = turn.required("pool");
        var rep = decision.doc("target").required("rep");
        came.put(lead, pool);
        var able = decision.list("candidates", Doc::ofValue).stream().filter(each -> Set.of("chosen", "next").contains(each.required("verdict")))
                .map(each -> each.required("rep")).toList();
        able(lead, pool, able);
        if (turn.flag("makesUp")) {
            makesUp(lead, pool, rep, able);
        } else {
            able.forEach(each -> require(seen(owed(pool, each)).leads() == 0, () -> "lead " + lead + " took a turn of " + rep + " although "
                    + each + " is owed one of " + pool));
            circle(pool).take(rep, able, turn.number("number"));
        }
    }

    /** Nobody gets a lead again and nobody else is passed over, where nobody is away or full. */
    private void able(String lead, String pool, List<String> able) {
        var before = had.getOrDefault(lead, Set.of());
        for (var rep : company.reps(pool)) {
            require(!able.contains(rep) || !before.contains(rep), () -> "lead " + lead + " might go to " + rep + ", who had it before");
            require(able.contains(rep) || before.contains(rep) || !theme.allCanReceive(), () -> rep + " was passed over for lead " + lead);
        }
    }

    private void makesUp(String lead, String pool, String rep, List<String> able) {
        long has = owed(pool, rep).leads();
        require(has > 0, () -> rep + " got lead " + lead + " to make up for junk and was owed none");
        able.forEach(each -> require(seen(owed(pool, each)).leads() <= has, () -> rep + " got lead " + lead + " to make up for junk, and "
                + each + " is owed more"));
        owe(pool, rep, -1);
    }

    /** What whoever is running must have seen; nothing where that has changed of late. */
    private Owed seen(Owed now) {
        return now.since() < cosmos.running().started() - UNSEEN ? now : Owed.NONE;
    }
}
