package dev.leadkeeper.infra.year;

import dev.leadkeeper.lead.Priority;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the organisation's rulebook says of deadlines, once as the document that the product reads and once as plain numbers.
 *
 * @param lock   hours of work to respond within; urgent leads have half
 * @param freeze workdays that an opportunity may stay in a stage
 */
record Rules(int lock, Map<String, Integer> freeze) {
    static final Rules FIRST = new Rules(4, Map.of("first-contact", 7, "analysis", 10, "demo", 5, "quote", 3));
    /** Stricter, so that much falls due sooner than was planned. */
    static final Rules SECOND = new Rules(3, Map.of("first-contact", 6, "analysis", 10, "demo", 5, "quote", 2));
    static final int ROUNDS = 3;
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = 24 * HOUR;
    static final long RED = 24 * HOUR;
    static final long RECYCLE = 48 * HOUR;
    static final long COOLING = 30 * DAY;

    /** Milliseconds of work. */
    long lock(Priority priority) {
        return priority == Priority.URGENT ? lock * HOUR / 2 : lock * HOUR;
    }

    /** Milliseconds of worked days, or {@code null} for as long as it likes. */
    Long frozenAfter(String stage) {
        return freeze.get(stage) == null ? null : freeze.get(stage) * DAY;
    }

    /** Milliseconds without any action. */
    static long dormantAfter(String tier) {
        return (tier.equals("hot") ? 60 : 90) * DAY;
    }

    Map<String, Object> section() {
        var days = new HashMap<String, Object>();
        freeze.forEach((stage, workdays) -> days.put(stage, workdays.longValue()));
        return Map.of(
                "response", Map.of("hours", (long) lock, "clock", "working", "remindAtLast", new BigDecimal("0.25"), "red", Map.of("hours", 24L, "clock", "workdays"),
                        "by", List.of(Map.of("priority", "urgent", "hours", BigDecimal.valueOf(lock).divide(BigDecimal.TWO)))),
                "recycle", Map.of("hours", 48L, "clock", "workdays", "rounds", (long) ROUNDS, "coolingDays", 30L, "afterContact", true),
                "freeze", days,
                "dormancy", Map.of("days", 90L, "silentDays", 30L, "by", List.of(Map.of("tier", "hot", "days", 60L))));
    }
}
