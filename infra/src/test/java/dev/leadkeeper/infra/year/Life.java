package dev.leadkeeper.infra.year;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Timer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is known of one lead beside the product, from what people did and what was announced; moments in epoch milliseconds, -1 for none. */
final class Life {
    static final long NONE = -1;

    final String id;
    final Priority priority;
    final String tier;
    String owner;
    String team;
    long assignedAt = NONE;
    long contactedAt = NONE;
    long actedAt = NONE;
    /** When anybody last did something about it. */
    long recordedAt = NONE;
    long stageAt = NONE;
    long resendAt = NONE;
    String stage;
    int round;
    boolean ended;
    /** Timers that fired, all told. */
    int fired;
    final Map<String, Long> past = new HashMap<>();
    /** Fired since the owner got it and nothing set their clock back; that the customer is dormant holds for the next owner as well. */
    final Set<Timer> done = EnumSet.noneOf(Timer.class);

    Life(Lead lead) {
        id = lead.id();
        priority = lead.priority();
        tier = lead.tier();
    }

    boolean owned() {
        return owner != null && !ended;
    }

    void given(String to, String itsTeam, long at) {
        owner = to;
        team = itsTeam;
        assignedAt = at;
        contactedAt = NONE;
        actedAt = NONE;
        stageAt = stage == null ? NONE : at;
        resendAt = NONE;
        done.retainAll(EnumSet.of(Timer.DORMANT));
    }

    void taken(long at, long resend) {
        past.put(owner, at);
        owner = null;
        resendAt = resend;
        round++;
        done.retainAll(EnumSet.of(Timer.DORMANT));
    }

    /** Its owner checked in. */
    void acted(long at, String firstStage) {
        if (contactedAt == NONE) {
            contactedAt = at;
            if (stage == null) {
                stage = firstStage;
                stageAt = at;
            }
        }
        actedAt = at;
        recordedAt = at;
        done.remove(Timer.RECYCLE);
        done.remove(Timer.DORMANT);
    }

    void moved(String to, long at) {
        stage = to;
        stageAt = at;
        done.remove(Timer.FREEZE);
    }
}
