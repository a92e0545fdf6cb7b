package dev.leadkeeper.infra.year;

import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Endings;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Stages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The reps: most answer within an hour or two of their work, some late, a few never; whoever is reminded often answers at once. Then they
 * follow up every other day, move the opportunity on, win or lose it, or forget it.
 */
final class Crew {
    private static final List<String> STAGES = List.of("first-contact", "analysis", "demo", "quote");
    private static final long MINUTE = 60_000;

    private final Agenda agenda;
    private final SplittableRandom dice;
    private final Account account;
    private final Consumer<Life> over;
    private final Leads leads;
    private final Activities activities;
    private final Stages stages;
    private final Endings endings;
    private long acts;
    private long contacts;
    private long firstTouch;
    private long firstTouchOfWork;
    private long firstTouches;
    private long within48;
    private long races;

    /** @param over told of each lead that was won or lost */
    Crew(Agenda agenda, SplittableRandom dice, Account account, Ports ports, Consumer<Life> over) {
        this.agenda = agenda;
        this.dice = dice;
        this.account = account;
        this.over = over;
        var plans = new Plans(ports.store(), ports.clock());
        this.leads = new Leads(ports.store());
        this.activities = new Activities(ports.store(), plans, ports.clock(), ports.ids());
        this.stages = new Stages(ports.store(), plans, ports.clock());
        this.endings = new Endings(ports.store(), ports.clock());
    }

    /** Somebody got a lead. */
    void got(Life life) {
        var calendar = account.law().calendars().get(life.team);
        var chance = dice.nextDouble();
        if (chance < 0.02) { // to the second when the lock ends
            races++;
            plan(life, Account.due(life, dev.leadkeeper.lead.Timer.ESCALATE, account.law()) + dice.nextLong(-90_000, 90_000));
        } else if (chance < 0.86) {
            plan(life, calendar.plusHours(life.assignedAt, MINUTE * (long) Math.min(2_000, Math.exp(4.2 + gauss()))));
        } else if (chance < 0.94) {
            plan(life, calendar.plusHours(life.assignedAt, dice.nextLong(4 * 60 * MINUTE, 40 * 60 * MINUTE)));
        }
    }

    /** Near a normal distribution. */
    private double gauss() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += dice.nextDouble();
        }
        return sum;
    }

    /** They were reminded that the lock is about to end. */
    void reminded(Life life) {
        if (dice.nextDouble() < 0.6) {
            plan(life, account.law().calendars().get(life.team).plusHours(agenda.millis(), dice.nextLong(MINUTE, 50 * MINUTE)));
        }
    }

    /** They want to do something about it then, if it is still theirs. */
    private void plan(Life life, long at) {
        var since = life.assignedAt;
        var done = life.actedAt;
        agenda.at(at, () -> {
            var up = agenda.down(agenda.millis());
            if (up > 0) {
                if (life.assignedAt == since && life.actedAt == done) {
                    planAfter(life, up);
                }
            } else if (life.owned() && life.assignedAt == since && life.actedAt == done) {
                act(life);
            }
        });
    }

    private void planAfter(Life life, long outage) {
        plan(life, outage + dice.nextLong(60 * MINUTE));
    }

    private void act(Life life) {
        account.look(life);
        var lead = leads.find(life.id).orElseThrow();
        if (life.contactedAt != Life.NONE && dice.nextDouble() < 0.35) {
            endings.end(lead, dice.nextDouble() < 0.3 ? Lead.WON : Lead.LOST, null, lead.owner()).orElseThrow();
            life.ended = true;
            over.accept(life);
            return;
        }
        var now = Instant.ofEpochMilli(agenda.millis());
        var said = activities.record(lead, new Activity(lead.id(), Activity.id(lead.id(), lead.owner(), "check-in-" + acts++), 1, lead.owner(), now, now,
                Activity.CHECK_IN, Activity.Said.NOTHING, null, Set.of(), List.of(), Map.of(), Map.of(), null, 0, "body", "salt", Map.of(), Map.of()),
                STAGES.getFirst());
        if (!(said instanceof Activities.Recorded.Done(var after, _))) {
            account.tell(life, "could not be followed up: " + said);
            return;
        }
        touched(life);
        life.acted(agenda.millis(), STAGES.getFirst());
        var next = STAGES.indexOf(life.stage) + 1;
        if (next < STAGES.size() && dice.nextDouble() < 0.4) {
            stages.move(after, STAGES.get(next), after.owner(), List.of()).orElseThrow();
            life.moved(STAGES.get(next), agenda.millis());
        }
        goOn(life);
    }

    private void touched(Life life) {
        if (life.contactedAt != Life.NONE) {
            return;
        }
        contacts++;
        var calendar = account.law().calendars().get(life.team);
        within48 += agenda.millis() <= calendar.plusDays(life.assignedAt, Rules.RECYCLE) ? 1 : 0;
        if (life.round == 0) {
            firstTouches++;
            firstTouch += agenda.millis() - life.assignedAt;
            firstTouchOfWork += calendar.hoursBetween(life.assignedAt, agenda.millis());
        }
    }

    private void goOn(Life life) {
        var calendar = account.law().calendars().get(life.team);
        var chance = dice.nextDouble();
        if (chance < 0.8) {
            plan(life, calendar.plusHours(agenda.millis(), dice.nextLong(2 * 60 * MINUTE, 15 * 60 * MINUTE)));
        } else if (chance < 0.92) {
            plan(life, calendar.plusHours(agenda.millis(), dice.nextLong(15 * 60 * MINUTE, 60 * 60 * MINUTE)));
        }
    }

    /** @param firstTouch hours from the first assignment, all and of work; @param within48 share of what was answered */
    record Figures(long acts, long contacts, double firstTouch, double firstTouchOfWork, double within48, long races) {}

    Figures figures() {
        return new Figures(acts, contacts, (double) firstTouch / Math.max(1, firstTouches) / Rules.HOUR,
                (double) firstTouchOfWork / Math.max(1, firstTouches) / Rules.HOUR, 100.0 * within48 / Math.max(1, contacts), races);
    }
}
