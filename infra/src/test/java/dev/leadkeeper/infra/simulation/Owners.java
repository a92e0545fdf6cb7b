package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Endings;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Stages;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Documents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Owners over some days: they answer in time, late, never, or at the very moment at which something falls due; then they go on with
 * it, put it off, give it back, end it or forget it. And somebody publishes other rules and another calendar.
 */
final class Owners {
    private static final List<String> STAGES = List.of("first-contact", "analysis", "demo");
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    /** Within so many ms of a sweep that lets something fire somebody does something about it: as long as the sweep and its message take. */
    private static final long LAST_MOMENT = 500;

    private final Cosmos cosmos;
    private final Dice dice;
    private final Ports ports;
    private final DuePromises promises;
    private final Leads leads;
    private final Activities activities;
    private final Stages stages;
    private final Endings endings;
    private final Desks desk;
    private final Hands hands;
    private final Map<String, Long> known = new HashMap<>();
    /** What somebody does about a lead when the sweep comes that follows that moment. */
    private final Map<String, LastMoment> lastMoments = new LinkedHashMap<>();
    private int checkIns;

    private record LastMoment(long at, Runnable what) {}

    Owners(Cosmos cosmos, Dice dice, Ports ports, DuePromises promises, Company company, Promises all) {
        this.cosmos = cosmos;
        this.dice = dice;
        this.ports = ports;
        this.promises = promises;
        var plans = new Plans(ports.store(), ports.clock());
        this.leads = new Leads(ports.store());
        this.activities = new Activities(ports.store(), plans, ports.clock(), ports.ids());
        this.stages = new Stages(ports.store(), plans, ports.clock());
        this.endings = new Endings(ports.store(), ports.clock());
        this.desk = new Desks(ports);
        this.hands = new Hands(cosmos, company, all, ports);
    }

    /** What is sure to happen. @param length milliseconds */
    void begin(long length) {
        for (int i = 0; i < 4; i++) {
            at(dice.between(HOUR, length), hands::move);
        }
        if (dice.chance(0.5)) {
            at(dice.between(HOUR, length / 2), () -> publish("live", "rulebook", Map.of("version", "2")));
            if (dice.chance(0.3)) {
                at(dice.between(length / 2, length), () -> publish("live", "rulebook", Map.of("version", "1")));
            }
        }
        if (dice.chance(0.4)) {
            at(dice.between(HOUR, length / 2), () -> publish(Calendars.KIND, Calendars.ID, DueLaw.Book.SECOND.doc()));
        }
    }

    private void publish(String kind, String id, Map<String, Object> doc) {
        var documents = new Documents(ports.store());
        documents.save(kind, id, documents.find(kind, id).orElseThrow().version(), doc);
    }

    /** Looks at what was written: whoever has got a lead, or done something about one, has their own idea of what comes next. */
    void changed(List<Key> keys) {
        for (var key : keys) {
            var life = key.table() == Table.LEADS ? promises.life(key.hash()) : null;
            if (life != null && life.owned() && known.getOrDefault(life.id, DueLife.NONE) != life.plannedAt) {
                known.put(life.id, life.plannedAt);
                if (life.answered()) {
                    goOn(life);
                } else {
                    answer(life);
                }
            }
        }
    }

    /** A sweep begins. */
    void swept() {
        lastMoments.entrySet().removeIf(one -> {
            var now = one.getValue().at() <= cosmos.clock();
            if (now) {
                at(cosmos.dice().between(0, LAST_MOMENT), one.getValue().what());
            }
            return now;
        });
    }

    private void answer(DueLife life) {
        lastMoments.remove(life.id);
        var chance = cosmos.dice();
        var lock = promises.due(life, Timer.ESCALATE);
        var taken = promises.due(life, Timer.RECYCLE);
        switch (chance.below(10)) {
            case 0 -> between(life, cosmos.loop().now(), lock, () -> checkIn(life));
            case 1, 2 -> lastMoments.put(life.id, new LastMoment(lock, () -> checkIn(life)));
            case 3 -> lastMoments.put(life.id, new LastMoment(promises.due(life, Timer.REMIND), () -> checkIn(life)));
            case 4 -> between(life, lock, taken == DueLife.NONE ? lock + 8 * HOUR : taken, () -> checkIn(life));
            case 5 -> {
                if (taken != DueLife.NONE) {
                    lastMoments.put(life.id, new LastMoment(taken, () -> checkIn(life)));
                }
            }
            default -> { }
        }
    }

    private void goOn(DueLife life) {
        lastMoments.remove(life.id);
        var chance = cosmos.dice();
        var taken = promises.due(life, Timer.RECYCLE);
        var frozen = promises.due(life, Timer.FREEZE);
        var now = cosmos.loop().now();
        switch (chance.below(12)) {
            case 0, 1 -> lastMoments.put(life.id, new LastMoment(taken == DueLife.NONE ? promises.due(life, Timer.DORMANT) : taken, () -> checkIn(life)));
            case 2 -> lastMoments.put(life.id, new LastMoment(taken == DueLife.NONE ? promises.due(life, Timer.DORMANT) : taken, () -> putOff(life)));
            case 3 -> between(life, now, now + 10 * HOUR, () -> putOff(life));
            case 4 -> between(life, now, now + 30 * HOUR, () -> checkIn(life));
            case 5 -> between(life, now, now + 30 * HOUR, () -> move(life));
            case 6, 7 -> {
                if (frozen != DueLife.NONE) {
                    lastMoments.put(life.id, new LastMoment(frozen, () -> move(life)));
                }
            }
            case 8 -> {
                if (frozen != DueLife.NONE) {
                    between(life, frozen, frozen + 8 * HOUR, () -> move(life));
                }
            }
            case 9 -> between(life, now, now + 40 * HOUR, () -> giveBack(life));
            case 10 -> between(life, now, now + 40 * HOUR, () -> leads.find(life.id).filter(Owners::runs).ifPresent(lead -> endings.end(lead, Lead.LOST, null, lead.owner())));
            default -> { }
        }
    }

    private void between(DueLife life, long from, long to, Runnable what) {
        var since = life.plannedAt;
        cosmos.loop().after(Math.max(0, from + cosmos.dice().between(0, Math.max(1, to - from)) - cosmos.loop().now()), () -> {
            if (life.owned() && life.plannedAt == since) {
                at(0, what);
            }
        });
    }

    // ------------------------------------------------------------------ what they do

    private static boolean runs(Lead lead) {
        return lead.owner() != null && lead.outcome() == null;
    }

    /** One tap, on the lead as it is. Whoever comes too late leaves it; whoever meets somebody else's change looks again. */
    private void checkIn(DueLife life) {
        for (int looks = 0; looks < 4; looks++) {
            var lead = leads.find(life.id).filter(Owners::runs);
            if (lead.isEmpty() || !(activities.record(lead.get(), tap(lead.get()), STAGES.getFirst()) instanceof Activities.Recorded.LeadChanged)) {
                return;
            }
        }
    }

    private Activity tap(Lead lead) {
        var now = Instant.ofEpochMilli(cosmos.clock());
        return new Activity(lead.id(), Activity.id(lead.id(), lead.owner(), "check-in-" + checkIns++), 1, lead.owner(), now, now, Activity.CHECK_IN,
                Activity.Said.NOTHING, null, Set.of(), List.of(), Map.of(), Map.of(), null, 0, "body", "salt", Map.of(), Map.of());
    }

    private void move(DueLife life) {
        leads.find(life.id).filter(lead -> runs(lead) && lead.stage() != null).ifPresent(lead ->
                stages.move(lead, STAGES.get((STAGES.indexOf(lead.stage()) + 1) % STAGES.size()), lead.owner(), List.of()));
    }

    private void putOff(DueLife life) {
        var day = LocalDate.ofInstant(Instant.ofEpochMilli(cosmos.clock()), DueLaw.Book.zone(life.team)).plusDays(cosmos.dice().below(3));
        ask(life.owner, life.id, "snooze", Map.of("until", day.toString(), "reason", "customer-away"));
    }

    private void giveBack(DueLife life) {
        ask(life.owner, life.id, "release", Map.of("reason", cosmos.dice().pick(List.of("not-ready", "no-time"))));
    }

    private void ask(String who, String lead, String verb, Map<String, Object> body) {
        if (who == null) {
            return;
        }
        switch (desk.answer("POST /leads/{id}/" + verb, who, new Ask(Map.of("id", lead), Map.of(), Json.writeBytes(body)))) {
            case Answer.Done _, Answer.Versioned _, Answer.Refused _, Answer.Missing _, Answer.Denied _, Answer.Wrong _ -> { }
            case Answer.Table _, Answer.View _, Answer.Elsewhere _, Answer.Stale _ -> throw new Violation(who + " could not " + verb + " " + lead);
        }
    }

    /** Whoever gets an error tries again, soon or after a while. */
    private void at(long after, Runnable does) {
        cosmos.loop().after(after, () -> cosmos.invoke(new Invocation("owner", cosmos.loop().now(), cosmos.skew()), does, failure -> {
            if (failure != null && cosmos.dice().chance(0.8)) {
                at(cosmos.dice().chance(0.5) ? cosmos.dice().between(1_000, MINUTE) : cosmos.dice().between(MINUTE, HOUR), does);
            }
        }));
    }
}
