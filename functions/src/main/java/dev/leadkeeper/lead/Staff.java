package dev.leadkeeper.lead;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One person: what people configure, what other systems reported, and the counters that assignment keeps.
 *
 * @param id         the person's id, as the token's claim names it
 * @param name       for people
 * @param role       what the person may do
 * @param groups     groups that rules can target
 * @param status     employment
 * @param canReceive whether the person may get new leads
 * @param skills     what rules can require
 * @param industries industries the person knows
 * @param regions    codes of the places the person covers ({@link Region#path()})
 * @param sizes      customer sizes the person serves, such as {@code enterprise}
 * @param weight     share in weighted strategies, ≥ 1
 * @param cap        most leads owned and not yet contacted, at any instant
 * @param dayCap     most leads a day, {@code null} for no limit
 * @param backlogCap most leads owned in all, {@code null} for no limit
 * @param hours      working hours, {@code null} for always
 * @param leaves     dated absences
 * @param figures    dated facts on performance
 * @param channels   how to reach the person, in the order of preference
 * @param preferences when and how the person wants to learn of things
 * @param ledger     the counters
 */
public record Staff(String id, String name, Role role, Set<String> groups, Status status, boolean canReceive,
                    Set<String> skills, Set<String> industries, List<String> regions, Set<String> sizes, int weight,
                    int cap, Integer dayCap, Integer backlogCap, Hours hours, List<Leave> leaves, Figures figures,
                    List<Address> channels, Preferences preferences, Ledger ledger) {
    /** Somebody who leaves it to the organisation how notices come. */
    public Staff(String id, String name, Role role, Set<String> groups, Status status, boolean canReceive,
                 Set<String> skills, Set<String> industries, List<String> regions, Set<String> sizes, int weight,
                 int cap, Integer dayCap, Integer backlogCap, Hours hours, List<Leave> leaves, Figures figures,
                 List<Address> channels, Ledger ledger) {
        this(id, name, role, groups, status, canReceive, skills, industries, regions, sizes, weight, cap, dayCap, backlogCap, hours,
                leaves, figures, channels, Preferences.NONE, ledger);
    }

    /** Days of counters and caps begin at midnight there, wherever the person works. */
    public static final ZoneId COUNTED_IN = ZoneId.of("Asia/Shanghai");

    /** The same person with these counters. */
    public Staff with(Ledger counted) {
        return new Staff(id, name, role, groups, status, canReceive, skills, industries, regions, sizes, weight, cap, dayCap, backlogCap,
                hours, leaves, figures, channels, preferences, counted);
    }

    /** The same person with these preferences. */
    public Staff with(Preferences others) {
        return new Staff(id, name, role, groups, status, canReceive, skills, industries, regions, sizes, weight, cap, dayCap, backlogCap, hours,
                leaves, figures, channels, others, ledger);
    }

    /** The person's calendar day at an instant, in the zone of the working hours or China's. */
    public LocalDate dayAt(Instant now) {
        return LocalDate.ofInstant(now, hours == null ? COUNTED_IN : hours.zone());
    }

    /** Whether a week without compliance keeps new leads from this person. */
    public boolean suspended(Instant now) {
        return ledger.standing() != null && ledger.standing().suspends(now);
    }

    /** Whether weeks of compliance give this person the first choice. */
    public boolean preferred(Instant now) {
        return ledger.standing() != null && ledger.standing().prefers(now);
    }

    /** Leads received so far on the day that counters count, which a clock that is ahead may have begun already. */
    public long receivedOnDayOf(Instant now) {
        return ledger.day() != null && LocalDate.ofInstant(now, COUNTED_IN).toString().compareTo(ledger.day()) <= 0 ? ledger.today() : 0;
    }

    /** Leads claimed so far on the day that claims count, as {@link #receivedOnDayOf}. */
    public long claimedOnDayOf(Instant now) {
        return ledger.claimDay() != null && LocalDate.ofInstant(now, COUNTED_IN).toString().compareTo(ledger.claimDay()) <= 0 ? ledger.claimed() : 0;
    }

    /** What a person may do; see the table of rights. */
    public enum Role { REP, MANAGER, MARKETING, SERVICE, ADMIN, AUDITOR;
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Employment. */
    public enum Status { ACTIVE, LEAVE, DISABLED, LEFT;
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Working hours on some days of the week, in a time zone; {@code from} inclusive, {@code to} exclusive. */
    public record Hours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    /** Absence from the first to the last day, both inclusive, in the zone of {@link Hours} or China's. */
    public record Leave(LocalDate from, LocalDate to) {}

    /** Dated facts of the staff file, until outcomes arrive from the product itself. */
    public record Figures(List<Closing> closings, List<Orders> orders, List<Response> responses) {
        public static final Figures NONE = new Figures(List.of(), List.of(), List.of());
    }

    /** In one industry, up to a day: of {@code leads} leads in the month before, {@code won} were won. */
    public record Closing(String industry, LocalDate on, int won, int leads) {}

    /** Orders closed in a subject on a day. */
    public record Orders(String subject, LocalDate on, int count) {}

    /** Median minutes to first response, measured on a day. */
    public record Response(LocalDate on, double medianMinutes) {}

    /** One way to reach the person: a configured channel and the address in that channel's terms (may be empty for robots). */
    public record Address(String channel, String address) {}

    /**
     * The counters, changed only in the transaction that changes an ownership, and the standing, which the week changes.
     *
     * @param open     leads owned and not yet contacted
     * @param owned    leads owned
     * @param day      the day that {@code today} counts, ISO date, {@code null} if none yet
     * @param today    leads received on that day
     * @param turns    turns taken by pool
     * @param lastAt   when the last lead came, {@code null} if none yet
     * @param credits  leads still owed in place of junk by pool of turns, {@code null} where nothing was ever owed
     * @param claimDay the day that {@code claimed} counts, ISO date, {@code null} if none yet
     * @param claimed  leads claimed on that day, also those that were given back since
     * @param standing what the last judged week means, {@code null} before the first
     */
    public record Ledger(long open, long owned, String day, long today, Map<String, Long> turns, Instant lastAt,
                         Map<String, Long> credits, String claimDay, long claimed, Standing standing) {
        public static final Ledger NEW = new Ledger(0, 0, null, 0, Map.of(), null);

        /** Of somebody to whom nothing is owed and who never claimed. */
        public Ledger(long open, long owned, String day, long today, Map<String, Long> turns, Instant lastAt) {
            this(open, owned, day, today, turns, lastAt, null, null, 0, null);
        }

        /** The same with this standing. */
        public Ledger with(Standing now) {
            return new Ledger(open, owned, day, today, turns, lastAt, credits, claimDay, claimed, now);
        }

        /** Leads still owed in place of junk that came by a turn of this pool. */
        public long owed(String pool) {
            return credits == null ? 0 : credits.getOrDefault(pool, 0L);
        }
    }
}
