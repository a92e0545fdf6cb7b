package dev.leadkeeper.lead;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The clocks that run on a lead. What they start from stands here, so that the timers can be worked out anew whenever a rule
 * changes, without setting anybody's clock back. Moments are whole milliseconds; components may be {@code null} where it says so.
 *
 * @param team      whose business calendar the clocks run by, chosen with the owner; empty for the organisation's
 * @param timers    when what falls due, also what has fired since the owner got the lead
 * @param settled   timers that have fired, or that what happened made pointless
 * @param actedAt   the owner's last real activity, {@code null} if none yet
 * @param keptUntil until when the owner promised or was allowed to wait, {@code null} if they were not
 * @param stageAt   when the present stage began for the present owner, {@code null} before the first stage
 * @param frozenAt  when the opportunity was found to stand still, {@code null} unless it does
 * @param dormantAt when the customer was found dormant, {@code null} unless they are
 * @param round     how often the lead was taken back for want of action
 * @param past      who had it before, and until when
 * @param earlier   the last contact or real activity of those who had it before, {@code null} if there was none
 */
public record Watch(String team, Map<Timer, Instant> timers, Set<Timer> settled, Instant actedAt, Instant keptUntil, Instant stageAt,
                    Instant frozenAt, Instant dormantAt, int round, Map<String, Instant> past, Instant earlier) {
    /** Nothing runs. */
    public static final Watch NONE = new Watch("", Map.of(), Set.of(), null, null, null, null, null, 0, Map.of(), null);

    /** How long the daily lane may take: a lead that stands there has nothing due in a quicker one for so long after. */
    public static final Duration SLOWEST = Duration.ofDays(1);

    /** All that ends with the first contact. */
    private static final Set<Timer> UNTIL_CONTACT = Collections.unmodifiableSet(EnumSet.of(Timer.REMIND, Timer.ESCALATE, Timer.RED));

    public Watch {
        var at = new EnumMap<Timer, Instant>(Timer.class);
        timers.forEach((timer, moment) -> at.put(timer, millis(moment)));
        timers = Collections.unmodifiableMap(at);
        settled = Collections.unmodifiableSet(settled.isEmpty() ? EnumSet.noneOf(Timer.class) : EnumSet.copyOf(settled));
        var owners = new TreeMap<String, Instant>();
        past.forEach((staff, moment) -> owners.put(staff, millis(moment)));
        past = Collections.unmodifiableMap(owners);
        actedAt = millis(actedAt);
        keptUntil = millis(keptUntil);
        stageAt = millis(stageAt);
        frozenAt = millis(frozenAt);
        dormantAt = millis(dormantAt);
        earlier = millis(earlier);
    }

    private static Instant millis(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A timer that has not fired yet. */
    public record Due(Timer timer, Instant at) {
        /** By hand, since every function that writes a lead asks for it: the JDK's comparators can be serialised, which no AOT cache keeps. */
        private static final Comparator<Due> FIRST = (a, b) -> {
            int moments = a.at().compareTo(b.at());
            return moments != 0 ? moments : a.timer().compareTo(b.timer());
        };
    }

    /** What falls due next; empty if nothing does. */
    public Optional<Due> next() {
        return running().min(Due.FIRST);
    }

    /**
     * What to look for in order not to miss the next one: itself, or what falls due within a day after it in a quicker lane, so
     * that this one does not wait for a look a day; whoever looks lets everything fire that is due.
     */
    public Optional<Due> listed() {
        return next().map(first -> first.timer().lane() == Timer.Lane.MINUTE ? first : running().filter(each -> each.timer().lane() == Timer.Lane.MINUTE)
                .min(Due.FIRST).filter(quick -> quick.at().isBefore(first.at().plus(SLOWEST))).orElse(first));
    }

    private Stream<Due> running() {
        return timers.entrySet().stream().filter(each -> !settled.contains(each.getKey())).map(each -> new Due(each.getKey(), each.getValue()));
    }

    /** When this timer falls or fell due, {@code null} if it does not run. */
    public Instant at(Timer timer) {
        return timers.get(timer);
    }

    /**
     * Clocks begin anew for a new owner, by the calendar of this team; the last that was recorded before stays known, and a dormant customer is
     * not woken by going from hand to hand.
     */
    Watch begun(String of, Instant at, boolean staged, Instant recorded) {
        return new Watch(of, Map.of(), asleep(), null, null, staged ? at : null, null, dormantAt, round, past, recorded);
    }

    /** Nobody owns it; the last that was recorded stays known. */
    Watch unowned(Instant recorded) {
        return new Watch("", Map.of(), asleep(), null, null, null, null, dormantAt, round, past, recorded);
    }

    private Set<Timer> asleep() {
        return dormantAt == null ? Set.of() : Set.of(Timer.DORMANT);
    }

    /** Somebody had it until now. */
    Watch leftBy(String owner, Instant at) {
        var owners = new TreeMap<>(past);
        owners.put(owner, at);
        return new Watch(team, timers, settled, actedAt, keptUntil, stageAt, frozenAt, dormantAt, round, owners, earlier);
    }

    /** It was taken back once more. */
    Watch nextRound() {
        return new Watch(team, timers, settled, actedAt, keptUntil, stageAt, frozenAt, dormantAt, round + 1, past, earlier);
    }

    /** With exactly these timers. */
    Watch with(Map<Timer, Instant> exactly) {
        return new Watch(team, exactly, settled, actedAt, keptUntil, stageAt, frozenAt, dormantAt, round, past, earlier);
    }

    /** This timer has fired. */
    Watch settled(Timer timer) {
        var all = EnumSet.of(timer);
        all.addAll(settled);
        return new Watch(team, timers, all, actedAt, keptUntil, stageAt, frozenAt, dormantAt, round, past, earlier);
    }

    /** Contact was made: the response lock is over. */
    Watch contacted(Instant at, boolean begins) {
        var all = EnumSet.copyOf(UNTIL_CONTACT);
        all.addAll(settled);
        return new Watch(team, timers, all, actedAt, keptUntil, begins ? at : stageAt, frozenAt, dormantAt, round, past, earlier);
    }

    /** The owner's last real activity was then; it wakes a dormant customer. */
    Watch acted(Instant at) {
        return new Watch(team, timers, without(Timer.RECYCLE, Timer.DORMANT), at, keptUntil, stageAt, frozenAt, null, round, past, earlier);
    }

    /** The owner may wait until then. */
    Watch kept(Instant until) {
        return new Watch(team, timers, without(Timer.RECYCLE, Timer.DORMANT), actedAt, until, stageAt, frozenAt, dormantAt, round, past, earlier);
    }

    /** In another stage, where nothing stands still yet. */
    Watch staged(Instant at) {
        return new Watch(team, timers, without(Timer.FREEZE), actedAt, keptUntil, at, null, dormantAt, round, past, earlier);
    }

    Watch frozen(Instant at) {
        return new Watch(team, timers, settled, actedAt, keptUntil, stageAt, at, dormantAt, round, past, earlier);
    }

    Watch dormant(Instant at) {
        return new Watch(team, timers, settled, actedAt, keptUntil, stageAt, frozenAt, at, round, past, earlier);
    }

    private Set<Timer> without(Timer... running) {
        var left = settled.isEmpty() ? EnumSet.noneOf(Timer.class) : EnumSet.copyOf(settled);
        left.removeAll(Set.of(running));
        return left;
    }
}
