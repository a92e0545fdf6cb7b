package dev.leadkeeper.infra.local.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires: {@code rate(…)}, {@code cron(…)} of EventBridge, or {@code at(…)} of the scheduler. */
public sealed interface ScheduleExpression permits ScheduleExpression.Rate, ScheduleExpression.Once, Cron {
    /** The first firing strictly after an instant; empty when there is none any more. */
    Optional<Instant> after(Instant instant);

    /** Counted from when the rule was made, as EventBridge does. */
    record Rate(Duration every, Instant start) implements ScheduleExpression {
        @Override
        public Optional<Instant> after(Instant instant) {
            long passed = Math.floorDiv(Duration.between(start, instant).toMillis(), every.toMillis());
            return Optional.of(start.plus(every.multipliedBy(Math.max(0, passed) + 1)));
        }
    }

    record Once(Instant at) implements ScheduleExpression {
        @Override
        public Optional<Instant> after(Instant instant) {
            return at.isAfter(instant) ? Optional.of(at) : Optional.empty();
        }
    }

    Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|minutes|hour|hours|day|days)\\)");
    Pattern CRON = Pattern.compile("cron\\((.+)\\)");
    Pattern AT = Pattern.compile("at\\((.+)\\)");

    /** @throws IllegalArgumentException quoting the expression when it is none */
    static ScheduleExpression parse(String text, ZoneId zone, Instant start) {
        Matcher rate = RATE.matcher(text);
        if (rate.matches()) {
            long amount = Long.parseLong(rate.group(1));
            boolean plural = rate.group(2).endsWith("s");
            if (amount == 0 || plural == (amount == 1)) {
                throw new IllegalArgumentException(text + ": a rate is at least 1, singular for 1 and plural above");
            }
            Duration unit = switch (rate.group(2).charAt(0)) {
                case 'm' -> Duration.ofMinutes(1);
                case 'h' -> Duration.ofHours(1);
                default -> Duration.ofDays(1);
            };
            return new Rate(unit.multipliedBy(amount), start);
        }
        Matcher cron = CRON.matcher(text);
        if (cron.matches()) {
            return Cron.parse(cron.group(1), zone);
        }
        Matcher at = AT.matcher(text);
        if (at.matches()) {
            return new Once(java.time.LocalDateTime.parse(at.group(1)).atZone(zone).toInstant());
        }
        throw new IllegalArgumentException(text + " is neither rate(…), cron(…) nor at(…)");
    }
}
