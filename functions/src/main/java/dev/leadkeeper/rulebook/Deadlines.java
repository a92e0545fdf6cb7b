package dev.leadkeeper.rulebook;

import dev.leadkeeper.calendar.Pace;
import dev.leadkeeper.lead.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a lead goes quiet and what follows: the section {@code deadlines} of a rulebook. Read apart from the rest, since only
 * those who plan and fire timers need it. Times are amounts of the pace beside them; without one they are of wall time.
 *
 * @param response   how soon an owner must respond (DL1)
 * @param recycle    when a lead is taken back from an owner (DL2)
 * @param freeze     how long an opportunity may stay in a stage, by the stage's id, in {@link Pace#WORKDAYS}; no limit for the others (DL4)
 * @param dormancy   when a customer counts as dormant (DL3)
 * @param snooze     bounds of putting a lead off (AS10)
 * @param claims     bounds of taking leads from pools (AS10)
 * @param compliance what becomes of reps who respond late (AS11)
 * @param silentRep  when a rep counts as silent (FU6)
 */
public record Deadlines(Response response, Recycle recycle, Map<String, Duration> freeze, Dormancy dormancy, Snooze snooze, Claims claims,
                        Compliance compliance, SilentRep silentRep) {
    /** What holds where a rulebook says nothing else: the figures of the sample. */
    public static final Deadlines USUAL = new Deadlines(
            new Response(Duration.ofHours(4), Pace.WORKING, 0.25, Duration.ofHours(2), new Red(Duration.ofHours(24), Pace.WORKDAYS),
                    List.of(new Sooner(Priority.URGENT, null, Duration.ofHours(2)))),
            new Recycle(Duration.ofHours(48), Pace.WORKDAYS, 3, Duration.ofDays(30), true),
            Map.of("first-contact", Duration.ofDays(7), "analysis", Duration.ofDays(10), "demo", Duration.ofDays(5), "quote", Duration.ofDays(3)),
            new Dormancy(Duration.ofDays(90), Duration.ofDays(30),
                    List.of(new Otherwise("医疗器械", null, Duration.ofDays(120)), new Otherwise(null, "hot", Duration.ofDays(60)))),
            new Snooze(14, 3), new Claims(5, 200), new Compliance(0.9, 3, 5, 0.6), new SilentRep(3));

    public Deadlines {
        freeze = Map.copyOf(freeze);
    }

    /**
     * The response lock.
     *
     * @param within       from each assignment, unless {@link #by} says otherwise
     * @param pace         what {@code within} counts
     * @param remindAtLast share of the lock that is left when the owner is reminded, 0.05–0.9
     * @param healthy      a first response within this is a good one; for figures, never a deadline
     * @param red          when an unanswered lead turns red
     * @param by           other locks; the first that fits holds
     */
    public record Response(Duration within, Pace pace, double remindAtLast, Duration healthy, Red red, List<Sooner> by) {
        /** The lock of a lead. @param tier {@code null} if it has none */
        public Duration within(Priority priority, String tier) {
            return by.stream().filter(each -> each.fits(priority, tier)).map(Sooner::within).findFirst().orElse(within);
        }

        /** How much of a lock passes before the owner is reminded. */
        public Duration untilReminder(Duration lock) {
            return lock.minusMillis(Math.round(lock.toMillis() * remindAtLast));
        }
    }

    /** @param after from the assignment */
    public record Red(Duration after, Pace pace) {}

    /** The lock of some leads; what is {@code null} fits all. */
    public record Sooner(Priority priority, String tier, Duration within) {
        boolean fits(Priority of, String itsTier) {
            return (priority == null || priority == of) && (tier == null || tier.equals(itsTier));
        }
    }

    /**
     * @param after        without real activity
     * @param rounds       times that a lead is recycled before it goes to the manager, who keeps it
     * @param cooling      how long somebody who had the lead cannot get it again
     * @param afterContact whether it also recycles from an owner who responded once and then fell silent
     */
    public record Recycle(Duration after, Pace pace, int rounds, Duration cooling, boolean afterContact) {}

    /**
     * @param after  without action and without a clear next step, unless {@link #by} says otherwise
     * @param silent without any record: the list of silent leads
     * @param by     other thresholds; the first that fits holds
     */
    public record Dormancy(Duration after, Duration silent, List<Otherwise> by) {
        /** The threshold of a lead; what is {@code null} is not known of it. */
        public Duration after(String industry, String tier) {
            return by.stream().filter(each -> each.fits(industry, tier)).map(Otherwise::after).findFirst().orElse(after);
        }
    }

    /** The threshold of some leads; what is {@code null} fits all. Width, case and blanks around an industry do not count. */
    public record Otherwise(String industry, String tier, Duration after) {
        boolean fits(String itsIndustry, String itsTier) {
            return (industry == null || itsIndustry != null && Word.fold(industry).equals(Word.fold(itsIndustry)))
                    && (tier == null || tier.equals(itsTier));
        }
    }

    /** @param mostDays until a snoozed lead comes back, @param mostTimes that an owner may snooze a lead */
    public record Snooze(int mostDays, int mostTimes) {}

    /** @param perDay claims of a person in a day, whatever became of them; @param mostOwned leads, above which nobody may claim */
    public record Claims(int perDay, int mostOwned) {}

    /**
     * By the share of leads that were answered within the lock, per ISO week.
     *
     * @param target       share that keeps somebody in good standing, 0–1
     * @param weeks        in a row that decide
     * @param least        leads in a week for it to say anything
     * @param suspendBelow share below which somebody gets no new leads, at most the target
     */
    public record Compliance(double target, int weeks, int least, double suspendBelow) {}

    /** @param days worked days without any record */
    public record SilentRep(int days) {}

    /**
     * Reads the section; what it leaves out is {@link #USUAL}.
     *
     * @param section the value of {@code deadlines}: maps, lists, texts, numbers and booleans
     * @throws RulebookInvalid with every mistake
     */
    public static Deadlines parse(Object section) {
        return DeadlinesParser.parse(section);
    }

    /** How long an opportunity may stay in a stage, in {@link Pace#WORKDAYS}; empty for as long as it likes. */
    public Optional<Duration> freezeAfter(String stage) {
        return Optional.ofNullable(freeze.get(stage));
    }
}
