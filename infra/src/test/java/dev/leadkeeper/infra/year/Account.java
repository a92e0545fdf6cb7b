package dev.leadkeeper.infra.year;

import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.codec.Doc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What has to fall due when, by the brute-force calendars and the rules as they are at that moment, and what really did. Whatever
 * happens to a lead is held against it: nothing early, nothing twice, nothing after the answer, and everything by the first sweep
 * that ran after it was due.
 */
final class Account {
    /** A walk through all leads takes some ticks once a rule changed. */
    private static final long WALK = 10 * 60_000L;
    /** How long an instance of the product goes by rules that it knows. */
    private static final long FRESH = 15_000;
    private static final int MOST_TOLD = 20;
    private static final Map<String, Timer> TYPES = Map.of("response-at-risk", Timer.REMIND, "response-breached", Timer.ESCALATE, "response-red", Timer.RED,
            "recycled", Timer.RECYCLE, "stage-frozen", Timer.FREEZE, "dormant", Timer.DORMANT, "resent", Timer.RESEND);

    private final Agenda agenda;
    private final Map<Timer.Lane, TreeSet<Long>> ticks = new EnumMap<>(Timer.Lane.class);
    private final Map<Timer, Integer> fired = new EnumMap<>(Timer.class);
    private final List<String> broken = new ArrayList<>();
    private Law law;
    private Law before;
    private int early;
    private int late;
    private int twice;
    private int afterAnswer;
    private int otherwise;
    private int returned;
    private long latest;
    private long latestAfterOutage;
    private long latestDaily;

    /** What holds since a moment. */
    record Law(Rules rules, Map<String, WorkTable> calendars, long since) {}

    Account(Agenda agenda, Law law) {
        this.agenda = agenda;
        this.law = law;
        this.before = law;
        for (var lane : Timer.Lane.values()) {
            ticks.put(lane, new TreeSet<>());
        }
        for (var timer : Timer.values()) {
            fired.put(timer, 0);
        }
    }

    Law law() {
        return law;
    }

    /** From now on this holds. */
    void changed(Rules rules, Map<String, WorkTable> calendars) {
        before = law;
        law = new Law(rules, calendars, agenda.millis());
    }

    /** A sweep of this lane begins. */
    void ticked(Timer.Lane lane) {
        ticks.get(lane).add(agenda.millis());
    }

    /** The type's timer; {@code null} if it is none. */
    static Timer timer(String type) {
        return TYPES.get(type);
    }

    /** When this falls due of a lead, {@link Life#NONE} if it does not. */
    static long due(Life life, Timer timer, Law by) {
        if (timer == Timer.RESEND) {
            return life.owner == null ? life.resendAt : Life.NONE;
        }
        if (!life.owned()) {
            return Life.NONE;
        }
        var calendar = by.calendars().get(life.team);
        var lock = by.rules().lock(life.priority);
        var breach = calendar.plusHours(life.assignedAt, lock);
        var answered = life.contactedAt != Life.NONE;
        var quiet = Math.max(life.assignedAt, life.actedAt);
        return switch (timer) {
            case REMIND -> answered ? Life.NONE : calendar.plusHours(life.assignedAt, lock - lock / 4);
            case ESCALATE -> answered ? Life.NONE : breach;
            case RED -> answered ? Life.NONE : Math.max(breach, calendar.plusDays(life.assignedAt, Rules.RED));
            case RECYCLE -> {
                var at = calendar.plusDays(quiet, Rules.RECYCLE);
                yield life.round >= Rules.ROUNDS ? Life.NONE : answered ? at : Math.max(at, breach);
            }
            case FREEZE -> life.stageAt == Life.NONE || by.rules().frozenAfter(life.stage) == null ? Life.NONE
                    : calendar.plusDays(life.stageAt, by.rules().frozenAfter(life.stage));
            case DORMANT -> (life.recordedAt == Life.NONE ? life.assignedAt : life.recordedAt) + Rules.dormantAfter(life.tier);
            case RESEND -> Life.NONE;
        };
    }

    /** Before anything happens to a lead: whatever had to fire by now did. */
    void look(Life life) {
        for (var timer : Timer.values()) {
            var due = due(life, timer, law);
            if (due != Life.NONE && !life.done.contains(timer) && latest(Math.max(due, life.assignedAt), timer) < agenda.millis()) {
                late++;
                tell(life, timer + " was due at " + Instant.ofEpochMilli(due) + " and did not fire");
            }
        }
    }

    /** By when something due at that moment has fired: the first sweep that ran then or later, and the way of its message. */
    private long latest(long due, Timer timer) {
        if (due < law.since()) {
            return timer.lane() == Timer.Lane.DAILY ? Long.MAX_VALUE : law.since() + WALK;
        }
        var tick = ticks.get(timer.lane()).ceiling(due);
        return tick == null ? Long.MAX_VALUE : tick + Mail.SLOWEST + 1 + agenda.downBetween(tick, tick + Mail.SLOWEST);
    }

    /** A timer fired. */
    void fired(Life life, TimelineEvent event) {
        var timer = timer(event.type());
        if (timer == null) {
            return; // planned anew
        }
        fired.merge(timer, 1, Integer::sum);
        life.fired++;
        var said = Doc.of(event.data()).instant("due").toEpochMilli();
        var due = due(life, timer, law);
        var at = event.at().toEpochMilli();
        if (life.contactedAt != Life.NONE && (timer == Timer.REMIND || timer == Timer.ESCALATE || timer == Timer.RED)) {
            afterAnswer++;
            tell(life, timer + " fired although its owner had answered at " + Instant.ofEpochMilli(life.contactedAt));
        } else if (life.done.contains(timer)) {
            twice++;
            tell(life, timer + " fired twice");
        } else if (said != due && !(at - law.since() < FRESH && said == due(life, timer, before))) {
            otherwise++;
            tell(life, timer + " was due at " + Instant.ofEpochMilli(due) + ", and it says " + Instant.ofEpochMilli(said));
        } else if (timer != Timer.RESEND && !Objects.equals(event.data().get("owner"), life.owner)) {
            otherwise++;
            tell(life, timer + " names " + event.data().get("owner") + ", the owner is " + life.owner);
        }
        if (at < said) {
            early++;
            tell(life, timer + " fired at " + event.at() + ", before it was due");
        }
        if (at > latest(Math.max(said, life.assignedAt), timer)) {
            late++;
            tell(life, timer + " was due at " + Instant.ofEpochMilli(said) + " and fired at " + event.at());
        }
        measure(timer, said, at);
        switch (timer) {
            case RECYCLE -> life.taken(at, at + 5 * 60_000L);
            case RESEND -> life.resendAt = at + 5 * 60_000L;
            case REMIND, ESCALATE, RED, FREEZE, DORMANT -> life.done.add(timer);
        }
        look(life);
    }

    private void measure(Timer timer, long due, long at) {
        if (due < law.since()) {
            return; // sooner by a rule that came later
        }
        var down = agenda.downBetween(due, at);
        if (timer.lane() == Timer.Lane.DAILY) {
            latestDaily = Math.max(latestDaily, at - due);
        } else if (down > 0) {
            latestAfterOutage = Math.max(latestAfterOutage, at - Math.max(due, agenda.upAgain(at)));
        } else {
            latest = Math.max(latest, at - due);
        }
    }

    /** Somebody got it. */
    void given(Life life, String to, String team, long at, boolean fallback) {
        look(life);
        var had = life.past.get(to);
        if (had != null && !fallback && at - had < Rules.COOLING) {
            returned++;
            tell(life, "came back to " + to + ", from whom it was taken at " + Instant.ofEpochMilli(had));
        }
        if (life.owner != null) {
            tell(life, "was given to " + to + " while " + life.owner + " had it");
        }
        life.given(to, team, at);
    }

    /** Something else is not as it should be. */
    void tell(Life life, String what) {
        tell("lead " + life.id + " " + what);
    }

    void tell(String what) {
        if (broken.size() < MOST_TOLD) {
            broken.add(Instant.ofEpochMilli(agenda.millis()) + " " + what);
        }
    }

    /** The outcome. @param latest in milliseconds: of the minute's lane, after the end of an outage, and of the daily lane */
    record Verdict(Map<Timer, Integer> fired, int early, int late, int twice, int afterAnswer, int otherwise, int returned, long latest,
                   long latestAfterOutage, long latestDaily, List<String> broken) {}

    Verdict verdict() {
        return new Verdict(fired, early, late, twice, afterAnswer, otherwise, returned, latest, latestAfterOutage, latestDaily, List.copyOf(broken));
    }
}
