package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.EventCodec;
import dev.leadkeeper.codec.LeadCodec;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What must be true of deadlines at every instant: nothing is planned, fires or comes back otherwise than follows from the histories,
 * the rulebook's numbers and a calendar by brute force.
 */
final class DuePromises {
    static final Map<String, Timer> TYPES = Map.of("response-at-risk", Timer.REMIND, "response-breached", Timer.ESCALATE, "response-red", Timer.RED,
            "recycled", Timer.RECYCLE, "stage-frozen", Timer.FREEZE, "dormant", Timer.DORMANT, "resent", Timer.RESEND);
    /** How far apart two clocks are at most. */
    private static final long SKEW = 10_000;
    private static final long RESENT_AFTER = 5 * 60_000L;
    private static final long DAY = 24 * 60 * 60_000L;

    private final Store truth;
    private final Cosmos cosmos;
    private final Map<String, DueLife> lives = new TreeMap<>();
    private final DueLaws laws;

    DuePromises(Store truth, Cosmos cosmos) {
        this.truth = truth;
        this.cosmos = cosmos;
        this.laws = new DueLaws(truth, cosmos.loop());
    }

    /** What is known of the leads, by their ids. */
    Collection<DueLife> lives() {
        return lives.values();
    }

    DueLife life(String id) {
        return lives.get(id);
    }

    /** What holds now. */
    DueLaw law() {
        return laws.now();
    }

    /** When this falls due by what holds now, {@link DueLife#NONE} if it does not or did. */
    long due(DueLife life, Timer timer) {
        return life.owned() && !life.settled().contains(timer) ? law().planned(life, timer) : DueLife.NONE;
    }

    /** Looks at what was written. */
    void changed(List<Key> keys) {
        for (var key : keys) {
            if (key.table() == Table.TIMELINE) {
                event(EventCodec.fromDoc(truth.get(key).orElseThrow(), Json::readKnown));
            } else if (key.table() == Table.SETTINGS) {
                laws.changed(key);
            }
        }
        for (var key : keys) {
            if (key.table() == Table.LEADS && lives.containsKey(key.hash())) {
                written(lives.get(key.hash()), truth.get(key).orElseThrow());
            }
        }
    }

    // ------------------------------------------------------------------ histories

    private void event(TimelineEvent event) {
        var life = lives.computeIfAbsent(event.lead(), DueLife::new);
        var data = Doc.of(event.data());
        var at = event.at().toEpochMilli();
        var plans = true;
        switch (event.type()) {
            case "assigned" -> {
                var target = data.doc("decision").doc("target");
                var ruled = event.by().equals("system") && !target.flag("fallback");
                require(!ruled || laws.known(cosmos.loop().now()).stream().anyMatch(law -> !law.roundsOver(life.round)),
                        () -> "lead " + life.id + " goes round after its last round, to " + target.required("rep"));
                given(life, target.required("rep"), at, ruled || data.doc("decision").required("strategy").equals("claim"));
            }
            case "reassigned" -> {
                life.left(at);
                given(life, data.doc("decision").doc("target").required("rep"), at, false);
            }
            case "released", "rerouted" -> {
                life.left(at);
                life.resendAt = "pool".equals(data.text("to")) || "junk".equals(data.text("to")) ? DueLife.NONE : at + RESENT_AFTER;
            }
            case "contacted" -> life.answeredBy(event.by(), at);
            case "activity-counted" -> life.actedLast(data.text("last") == null ? DueLife.NONE : data.instant("last").toEpochMilli());
            case "snoozed" -> life.putOff(data.instant("until").toEpochMilli());
            case "stage-moved" -> {
                require(life.frozen == data.flag("thawed"), () -> "lead " + life.id + " moved on and " + (life.frozen ? "stood still" : "did not stand still"));
                life.moved(data.required("to"), at);
            }
            case "ended" -> life.ended = true;
            case "deadlines-replanned" -> { }
            default -> {
                plans = false;
                if (TYPES.containsKey(event.type())) {
                    fired(life, TYPES.get(event.type()), event, data);
                }
            }
        }
        if (plans) {
            life.plannedAt = cosmos.loop().now();
        }
    }

    /** @param ruled whether the rules said so, who send nobody the same lead again before they have cooled, but for those behind all others; or a claim, which none may */
    private void given(DueLife life, String to, long at, boolean ruled) {
        var had = life.past.get(to);
        require(!ruled || had == null || at - had >= DueLaw.cooling() - SKEW, () -> "lead " + life.id + " came back to " + to + ", who had it until "
                + Instant.ofEpochMilli(had));
        life.priority = LeadCodec.fromDoc(Doc.of(truth.get(Key.of(Table.LEADS, life.id)).orElseThrow())).priority();
        life.given(to, at);
    }

    private void fired(DueLife life, Timer timer, TimelineEvent event, Doc data) {
        var at = event.at().toEpochMilli();
        var due = data.instant("due").toEpochMilli();
        require(at >= due, () -> timer + " of " + life.id + " fired at " + event.at() + ", before it was due at " + Instant.ofEpochMilli(due));
        if (timer == Timer.RESEND) {
            require(life.owner == null && life.resendAt != DueLife.NONE && due >= life.resendAt - SKEW,
                    () -> "lead " + life.id + " was sent on once more at " + event.at() + ", and nobody had lost it");
            life.resendAt = at + RESENT_AFTER;
            return;
        }
        require(life.owned() && life.owner.equals(data.text("owner")), () -> timer + " of " + life.id + " names " + data.text("owner") + ", the owner is " + life.owner);
        require(!life.done.contains(timer), () -> timer + " of " + life.id + " fired twice for " + life.owner);
        require(!life.settled().contains(timer), () -> timer + " of " + life.id + " fired although " + life.owner + " had answered");
        require(laws.known(cosmos.loop().now()).stream().anyMatch(law -> law.planned(life, timer) == due),
                () -> timer + " of " + life.id + " was due at " + named(law().planned(life, timer)) + " and says " + named(due));
        if (timer == Timer.RECYCLE) {
            life.takenBack.merge(life.owner, 1, Integer::sum);
            life.left(at);
            life.resendAt = at + RESENT_AFTER;
            life.round++;
            life.plannedAt = cosmos.loop().now();
        } else {
            life.fired(timer);
        }
    }

    // ------------------------------------------------------------------ what stands

    private void written(DueLife life, Map<String, Object> item) {
        life.writtenAt = cosmos.loop().now();
        var lead = LeadCodec.fromDoc(Doc.of(item));
        indexed(lead, item);
        if (!life.owned()) {
            require(life.resendAt == DueLife.NONE || life.plannedAt != life.writtenAt || Objects.equals(lead.watch().at(Timer.RESEND), at(life.resendAt)),
                    () -> "lead " + life.id + " is on its way and nobody looks whether it arrives");
            return;
        }
        require(life.frozen == (lead.watch().frozenAt() != null), () -> "lead " + life.id + " stands still since " + lead.watch().frozenAt());
        require(life.dormant == (lead.watch().dormantAt() != null), () -> "lead " + life.id + " is dormant since " + lead.watch().dormantAt());
        require(lead.watch().team().equals(life.team), () -> "lead " + life.id + " of " + life.owner + " runs by the calendar of \"" + lead.watch().team() + "\"");
        require(lead.watch().settled().equals(life.settled()), () -> "of lead " + life.id + " there fired or was made pointless " + life.settled()
                + ", it says " + lead.watch().settled());
        require(laws.known(life.plannedAt).stream().anyMatch(law -> agrees(law, life, lead)), () -> {
            var law = law();
            var said = new ArrayList<String>();
            for (var timer : Timer.values()) {
                if (!Objects.equals(at(law.planned(life, timer)), lead.watch().at(timer))) {
                    said.add(timer + " at " + lead.watch().at(timer) + " and not at " + at(law.planned(life, timer)));
                }
            }
            return "lead " + life.id + " of " + life.owner + " is planned otherwise than the rules say: " + said;
        });
    }

    private static boolean agrees(DueLaw law, DueLife life, Lead lead) {
        for (var timer : Timer.values()) {
            if (!Objects.equals(at(law.planned(life, timer)), lead.watch().at(timer))) {
                return false;
            }
        }
        return true;
    }

    private static Instant at(long millis) {
        return millis == DueLife.NONE ? null : Instant.ofEpochMilli(millis);
    }

    private static String named(long millis) {
        return String.valueOf(at(millis));
    }

    /** What falls due next stands in the index, in its lane; what the daily lane would make wait for more than a day, in the quick one. */
    private static void indexed(Lead lead, Map<String, Object> item) {
        Long quick = null;
        Long daily = null;
        for (var each : lead.watch().timers().entrySet()) {
            if (!lead.watch().settled().contains(each.getKey())) {
                var at = each.getValue().toEpochMilli();
                if (each.getKey() == Timer.DORMANT) {
                    daily = at;
                } else {
                    quick = quick == null ? at : Math.min(quick, at);
                }
            }
        }
        var slow = daily != null && (quick == null || quick >= daily && quick - daily >= DAY);
        var next = slow ? daily : quick;
        require(Objects.equals(item.get("dueAt"), next == null ? null : WatchCodec.dueAt(Instant.ofEpochMilli(next)))
                        && (next == null || ((String) item.get("dueLane")).startsWith(slow ? "daily#" : "minute#")),
                () -> "lead " + lead.id() + " is listed in lane " + item.get("dueLane") + " as due at " + item.get("dueAt") + " with timers "
                        + lead.watch().timers() + ", of which there are over " + lead.watch().settled());
    }

    // ------------------------------------------------------------------ sweeps

    /**
     * Some time after a sweep during which nothing went wrong: whatever of this lane was due before it has fired. What a changed rule makes
     * due sooner is left out until the lead is planned by it.
     *
     * @param began when it began
     * @param known leads written since then may not have been in the index yet
     */
    void swept(Timer.Lane lane, long began, long known) {
        var law = law();
        if (laws.known(began - DueLaws.KNOWN).equals(List.of(law))) {
            for (var life : lives.values()) {
                if (life.owned() && life.writtenAt < known && agrees(law, life, lead(life))) {
                    fired(life, lane, began - SKEW);
                }
            }
        }
    }

    /** At rest, everything is planned as the rules are now and has fired that was due before that moment. */
    void fired(long before) {
        for (var life : lives.values()) {
            require(!life.owned() || agrees(law(), life, lead(life)), () -> "lead " + life.id + " was not planned anew when the rules changed");
            for (var lane : Timer.Lane.values()) {
                fired(life, lane, before);
            }
        }
    }

    /** Leads of which something in the daily lane is due by then and waits for what is about to be in the quick one, with when it is due. */
    Map<String, Long> waiting(long by) {
        var waiting = new TreeMap<String, Long>();
        for (var life : lives.values()) {
            var due = due(life, Timer.DORMANT);
            if (due != DueLife.NONE && due <= by) {
                waiting.put(life.id, due);
            }
        }
        return waiting;
    }

    private Lead lead(DueLife life) {
        return LeadCodec.fromDoc(Doc.of(truth.get(Key.of(Table.LEADS, life.id)).orElseThrow()));
    }

    private void fired(DueLife life, Timer.Lane lane, long before) {
        for (var timer : Timer.values()) {
            var due = timer.lane() == lane ? due(life, timer) : DueLife.NONE;
            if (due != DueLife.NONE && due < before && !(lane == Timer.Lane.DAILY && waits(life, due, before))) {
                throw new Violation(timer + " of " + life.id + " was due at " + named(due) + " and did not fire");
            }
        }
    }

    /** What is due in the daily lane waits for what is about to be in the quick one, within a day. */
    private boolean waits(DueLife life, long due, long before) {
        return Stream.of(Timer.values()).filter(timer -> timer.lane() == Timer.Lane.MINUTE).mapToLong(timer -> due(life, timer))
                .anyMatch(quick -> quick >= before && quick < due + DAY);
    }

    private static void require(boolean kept, Supplier<String> otherwise) {
        if (!kept) {
            throw new Violation(otherwise.get());
        }
    }
}
