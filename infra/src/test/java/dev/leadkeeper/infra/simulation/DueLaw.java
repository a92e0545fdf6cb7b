package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.infra.year.WorkTable;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds of deadlines at a moment, once as the documents that the product reads and once as plain numbers with calendars by
 * brute force; from these follows when what falls due of a lead, by other means than the product's.
 */
record DueLaw(Rules rules, Book book) {
    /** Whose members have a calendar of their own. */
    static final String ABROAD = Company.MERIT;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final int SNOOZE_DAYS = 4;
    private static final int SNOOZES = 3;
    private static final Instant FROM = Instant.parse("2026-10-20T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-02-20T00:00:00Z");

    /** Days without real activity, from their end on a day that was promised or put off to at the most. */
    private static final long LONGEST_STEP = 365 * DAY;

    /** Numbers of the rulebook: hours of work, hours of worked days, worked days, and days. */
    enum Rules {
        FIRST(4, 8, 20, 2, true, 1, 2),
        /** Sooner in most things, later in some, and never again once somebody answered. */
        SECOND(3, 9, 16, 3, false, 2, 1);

        private final int lock;
        private final int red;
        private final int recycle;
        private final int rounds;
        private final boolean afterContact;
        private final int freeze;
        private final int dormant;

        Rules(int lock, int red, int recycle, int rounds, boolean afterContact, int freeze, int dormant) {
            this.lock = lock;
            this.red = red;
            this.recycle = recycle;
            this.rounds = rounds;
            this.afterContact = afterContact;
            this.freeze = freeze;
            this.dormant = dormant;
        }

        /** Milliseconds of work; urgent leads have half. */
        private long lock(Priority priority) {
            return priority == Priority.URGENT ? lock * HOUR / 2 : lock * HOUR;
        }

        Map<String, Object> section() {
            return Map.of(
                    "response", Map.of("hours", (long) lock, "clock", "working", "red", Map.of("hours", (long) red, "clock", "workdays"),
                            "by", List.of(Map.of("priority", "urgent", "hours", java.math.BigDecimal.valueOf(lock).divide(java.math.BigDecimal.TWO)))),
                    "recycle", Map.of("hours", (long) recycle, "clock", "workdays", "rounds", (long) rounds, "afterContact", afterContact),
                    "freeze", Map.of("first-contact", (long) freeze, "analysis", (long) freeze),
                    "dormancy", Map.of("days", (long) dormant, "silentDays", 1L),
                    "snooze", Map.of("mostDays", (long) SNOOZE_DAYS, "mostTimes", (long) SNOOZES));
        }
    }

    /** Calendars: the organisation's and that of those abroad. */
    enum Book {
        FIRST("09:00", "18:00", List.of("2026-11-26"), "2026-11-28", "09:00", "17:00"),
        /** One more day off, and all work at other hours. */
        SECOND("10:00", "18:30", List.of("2026-11-26", "2026-11-27"), "2026-11-29", "08:00", "16:30");

        private final Map<String, Object> doc;
        private final Map<String, WorkTable> tables;

        Book(String from, String to, List<String> holidays, String workday, String fromThere, String toThere) {
            this.doc = Map.of("zone", "Asia/Shanghai", "hours", Map.of("monday-friday", from + "-" + to),
                    "holidays", List.of(Map.of("from", holidays.getFirst(), "to", holidays.getLast())), "workdays", List.of(workday),
                    "teams", Map.of(ABROAD, Map.of("zone", "America/New_York", "hours", Map.of("monday-friday", fromThere + "-" + toThere),
                            "holidays", List.of(Map.of("from", "2026-12-25")))));
            this.tables = Map.of(
                    "", new WorkTable(ZoneId.of("Asia/Shanghai"), LocalTime.parse(from), LocalTime.parse(to),
                            Set.copyOf(holidays.stream().map(LocalDate::parse).toList()), Set.of(LocalDate.parse(workday)), FROM, TO),
                    ABROAD, new WorkTable(ZoneId.of("America/New_York"), LocalTime.parse(fromThere), LocalTime.parse(toThere),
                            Set.of(LocalDate.parse("2026-12-25")), Set.of(), FROM, TO));
        }

        Map<String, Object> doc() {
            return doc;
        }

        /** Where the days of a team begin. */
        static ZoneId zone(String team) {
            return ZoneId.of(team.equals(ABROAD) ? "America/New_York" : "Asia/Shanghai");
        }
    }

    /** The team by whose calendar somebody works. */
    static String team(String staff) {
        return staff.startsWith(ABROAD + "-") ? ABROAD : "";
    }

    /** When this is planned for, be it pointless or over; {@link DueLife#NONE} if it is not. */
    long planned(DueLife life, Timer timer) {
        var calendar = book.tables.get(life.team);
        var lock = rules.lock(life.priority);
        var breach = calendar.plusHours(life.assignedAt, lock);
        return switch (timer) {
            case REMIND -> calendar.plusHours(life.assignedAt, lock - lock / 4);
            case ESCALATE -> breach;
            case RED -> Math.max(breach, calendar.plusDays(life.assignedAt, rules.red * HOUR));
            case RECYCLE -> {
                if (life.round >= rules.rounds || life.answered() && !rules.afterContact) {
                    yield DueLife.NONE;
                }
                var at = calendar.plusDays(quietSince(life, life.acted()), rules.recycle * HOUR);
                yield life.answered() ? at : Math.max(at, breach);
            }
            case FREEZE -> life.stageAt == DueLife.NONE || !Set.of("first-contact", "analysis").contains(life.stage) ? DueLife.NONE
                    : calendar.plusDays(life.stageAt, rules.freeze * DAY);
            case DORMANT -> {
                var quiet = quietSince(life, life.recorded()) + rules.dormant * DAY;
                yield life.keptUntil <= quiet ? quiet
                        : Math.max(quiet, Math.min(life.keptUntil, Math.max(life.recorded() + LONGEST_STEP, quiet + rules.dormant * DAY)));
            }
            case RESEND -> DueLife.NONE;
        };
    }

    private static long quietSince(DueLife life, long done) {
        return life.answered() ? Math.max(done, Math.min(life.keptUntil, done + SNOOZES * SNOOZE_DAYS * DAY)) : done;
    }

    /** Whether a lead that was taken back so often goes to the fallback owner now. */
    boolean roundsOver(int round) {
        return round > 0 && round >= rules.rounds;
    }

    /** How long somebody who had a lead cannot get it again. */
    static long cooling() {
        return 30 * DAY;
    }
}
