package dev.leadkeeper.lead;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When and how somebody wants to learn of things. What is {@code null} is left to somebody else: a person leaves it to the
 * organisation, and the organisation to {@link #USUAL}. No preference makes a notice disappear.
 *
 * @param zone          where {@code quietHours} and {@code digestAt} are read off a clock
 * @param quietHours    when only {@link Delivery#ALWAYS} comes through; empty for never
 * @param quietChannels names of channels that may be used in quiet hours as well, such as mail
 * @param digestAt      when the day's digest comes
 * @param kinds         by kind of notice; a kind that is not named comes as {@link NoticeKind#usual} says
 */
public record Preferences(ZoneId zone, List<Quiet> quietHours, Set<String> quietChannels, LocalTime digestAt, Map<String, Delivery> kinds) {
    /** Says nothing. */
    public static final Preferences NONE = new Preferences(null, null, null, null, Map.of());
    /** What holds where nobody says anything: no quiet hours, and the digest at nine. */
    public static final Preferences USUAL = new Preferences(Staff.COUNTED_IN, List.of(), Set.of(), LocalTime.of(9, 0), Map.of());

    private static final int MINUTES = 24 * 60;
    /** Quiet hours that follow on one another are one: two a day for a week and a day, and there is no more to find. */
    private static final int MOST_IN_A_ROW = 16;

    public Preferences {
        quietHours = quietHours == null ? null : List.copyOf(quietHours);
        quietChannels = quietChannels == null ? null : Set.copyOf(quietChannels);
        kinds = Map.copyOf(kinds);
    }

    /** How a kind of notice comes. */
    public enum Delivery {
        /** At any time. */
        ALWAYS,
        /** At once, but not in quiet hours. */
        AWAKE,
        /** With others, once a day. */
        DIGEST;

        /** The word in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Quiet hours that begin on some days of the week.
     *
     * @param from inclusive
     * @param to   exclusive; not after {@code from}: of the next day
     */
    public record Quiet(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Quiet {
            days = Collections.unmodifiableSet(days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days));
        }

        private Optional<Instant> endIfWithin(LocalDate begins, ZoneId zone, Instant at) {
            if (!days.contains(begins.getDayOfWeek())) {
                return Optional.empty();
            }
            var start = begins.atTime(from).atZone(zone).toInstant();
            var end = (from.isBefore(to) ? begins : begins.plusDays(1)).atTime(to).atZone(zone).toInstant();
            return at.isBefore(start) || !at.isBefore(end) ? Optional.empty() : Optional.of(end);
        }
    }

    /** These, and where they say nothing, those. */
    public Preferences over(Preferences others) {
        var all = new HashMap<>(others.kinds);
        all.putAll(kinds);
        return new Preferences(zone == null ? others.zone : zone, quietHours == null ? others.quietHours : quietHours,
                quietChannels == null ? others.quietChannels : quietChannels, digestAt == null ? others.digestAt : digestAt, all);
    }

    /** How this kind comes. */
    public Delivery of(String kind) {
        return kinds.getOrDefault(kind, NoticeKind.usual(kind));
    }

    /** The end of the quiet hours that this instant is in; empty if it is in none. Of complete preferences. */
    public Optional<Instant> quietUntil(Instant now) {
        var at = now;
        for (int i = 0; i < MOST_IN_A_ROW; i++) {
            var from = at;
            var today = LocalDate.ofInstant(from, zone);
            var end = quietHours.stream().flatMap(quiet -> Stream.of(today.minusDays(1), today)
                    .flatMap(day -> quiet.endIfWithin(day, zone, from).stream())).max(Instant::compareTo);
            if (end.isEmpty()) {
                break;
            }
            at = end.get();
        }
        return at.equals(now) ? Optional.empty() : Optional.of(at);
    }

    /** When the next digest comes: after this instant, and not in quiet hours. Of complete preferences. */
    public Instant nextDigest(Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var next = Stream.of(today, today.plusDays(1)).map(day -> day.atTime(digestAt).atZone(zone).toInstant())
                .filter(now::isBefore).findFirst().orElseThrow();
        return quietUntil(next).orElse(next);
    }

    /** Whether quiet hours leave no minute of the week, so that nothing would ever come. */
    public boolean neverAwake() {
        if (quietHours == null) {
            return false;
        }
        var quiet = new BitSet();
        for (var each : quietHours) {
            for (var day : each.days()) {
                var begin = (day.getValue() - 1) * MINUTES + each.from().toSecondOfDay() / 60;
                var length = Math.floorMod(each.to().toSecondOfDay() / 60 - each.from().toSecondOfDay() / 60 - 1, MINUTES) + 1;
                for (int minute = 0; minute < length; minute++) {
                    quiet.set((begin + minute) % (7 * MINUTES));
                }
            }
        }
        return quiet.cardinality() == 7 * MINUTES;
    }
}
