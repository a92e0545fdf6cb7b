package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Timer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is known of one lead from its history alone: where its clocks started, and what has fired since. Moments in epoch milliseconds. */
final class DueLife {
    static final long NONE = -1;
    private static final Set<Timer> UNTIL_ANSWER = EnumSet.of(Timer.REMIND, Timer.ESCALATE, Timer.RED);

    final String id;
    Priority priority;
    String owner;
    String team;
    String stage;
    long assignedAt = NONE;
    long contactedAt = NONE;
    long actedAt = NONE;
    /** When anybody last did something about it. */
    long recordedAt = NONE;
    long keptUntil = NONE;
    long stageAt = NONE;
    /** When its message is sent once more at the earliest. */
    long resendAt = NONE;
    /** When its timers were worked out last, and when it was written last, by the world's clock. */
    long plannedAt = NONE;
    long writtenAt = NONE;
    int round;
    boolean ended;
    boolean frozen;
    boolean dormant;
    final Map<String, Long> past = new HashMap<>();
    /** Fired since what they start from was set last. */
    final Set<Timer> done = EnumSet.noneOf(Timer.class);
    /** By staff id, since the world began: first answers within and after the lock as far as it had been missed, locks missed, and leads taken back. */
    final Map<String, Integer> answers = new HashMap<>();
    final Map<String, Integer> breaches = new HashMap<>();
    final Map<String, Integer> counted = new HashMap<>();
    final Map<String, Integer> takenBack = new HashMap<>();

    DueLife(String id) {
        this.id = id;
    }

    boolean owned() {
        return owner != null && !ended;
    }

    boolean answered() {
        return contactedAt != NONE;
    }

    /** Since when its owner has done nothing. */
    long acted() {
        return Math.max(assignedAt, actedAt);
    }

    /** What fires no more: it has, or an answer made it pointless. */
    Set<Timer> settled() {
        var all = EnumSet.noneOf(Timer.class);
        all.addAll(done);
        if (answered()) {
            all.addAll(UNTIL_ANSWER);
        }
        return all;
    }

    void given(String to, long at) {
        owner = to;
        team = DueLaw.team(to);
        assignedAt = at;
        contactedAt = NONE;
        actedAt = NONE;
        keptUntil = NONE;
        stageAt = stage == null ? NONE : at;
        resendAt = NONE;
        frozen = false;
        begin();
    }

    /** A dormant customer is not woken by going from hand to hand. */
    private void begin() {
        done.clear();
        if (dormant) {
            done.add(Timer.DORMANT);
        }
    }

    /** When anybody last did something about it; before that, when its owner got it. */
    long recorded() {
        return recordedAt == NONE ? assignedAt : recordedAt;
    }

    void left(long at) {
        if (owner != null) {
            past.put(owner, at);
        }
        owner = null;
        resendAt = NONE;
        frozen = false;
        begin();
    }

    /** Its owner, or somebody for them, was in touch. */
    void answeredBy(String by, long at) {
        if (!answered()) {
            answers.merge(owner, 1, Integer::sum);
            if (!done.contains(Timer.ESCALATE)) {
                counted.merge(owner, 1, Integer::sum);
            }
            contactedAt = at;
            if (stage == null) {
                stage = "first-contact";
                stageAt = at;
            }
        }
        if (by.equals(owner)) {
            actedLast(Math.max(actedAt, at)); // clocks differ: what is recorded later may bear an earlier time
        }
    }

    void actedLast(long at) {
        actedAt = at;
        recordedAt = Math.max(recordedAt, at);
        dormant = false;
        done.remove(Timer.RECYCLE);
        done.remove(Timer.DORMANT);
    }

    void putOff(long until) {
        keptUntil = until;
        done.remove(Timer.RECYCLE);
        done.remove(Timer.DORMANT);
    }

    void moved(String to, long at) {
        stage = to;
        stageAt = at;
        frozen = false;
        done.remove(Timer.FREEZE);
    }

    void fired(Timer timer) {
        done.add(timer);
        if (timer == Timer.ESCALATE) {
            breaches.merge(owner, 1, Integer::sum);
            counted.merge(owner, 1, Integer::sum);
        }
        frozen |= timer == Timer.FREEZE;
        dormant |= timer == Timer.DORMANT;
    }
}
