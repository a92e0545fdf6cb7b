package dev.leadkeeper.deadline;

import dev.leadkeeper.calendar.BusinessCalendar;
import dev.leadkeeper.calendar.Calendars;
import dev.leadkeeper.calendar.Pace;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Planner;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Deadlines;
import dev.leadkeeper.settings.DeadlineRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans by the live rulebook and the calendar of whoever owns the lead. What it says follows from the lead and the rules alone, so that
 * a lead can be planned anew at any time: a changed threshold moves what is due, and nobody's clock is set back.
 */
public final class Plans implements Planner {
    /** How old the rules may be: what is planned by old ones is planned anew before it fires, and by the walk that follows a change. */
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** A day further ahead than that is no step that anybody is about to take. */
    private static final Duration LONGEST_STEP = Duration.ofDays(365);

    private final DeadlineRules rules;
    private final dev.leadkeeper.settings.Calendars calendars;
    private final Details details;
    private final NextSteps nextSteps;
    private final Clock clock;
    private volatile Now now;

    public Plans(Store store, Clock clock) {
        this.rules = new DeadlineRules(store);
        this.calendars = new dev.leadkeeper.settings.Calendars(store);
        this.details = new Details(store);
        this.nextSteps = new NextSteps(store);
        this.clock = clock;
    }

    private record Now(Deadlines rules, Calendars calendars, Instant read) {}

    private Now now() {
        var known = now;
        var at = clock.now();
        if (known == null || known.read().plus(FRESH).isBefore(at) || known.read().isAfter(at)) {
            known = new Now(rules.live(), calendars.live(), at);
            now = known;
        }
        return known;
    }

    @Override
    public String team(Staff owner) {
        return now().calendars().of(owner.groups());
    }

    @Override
    public Lead planned(Lead lead) {
        return lead.state() != LeadState.ASSIGNED || lead.outcome() != null ? lead : lead.but().due(timers(lead, now())).done();
    }

    private Map<Timer, Instant> timers(Lead lead, Now by) {
        var timers = new EnumMap<Timer, Instant>(Timer.class);
        var calendar = by.calendars().named(lead.watch().team());
        var breach = response(lead, by.rules().response(), calendar, timers);
        recycle(lead, by.rules(), calendar, breach, timers);
        if (lead.stage() != null && lead.watch().stageAt() != null) {
            by.rules().freezeAfter(lead.stage()).ifPresent(after ->
                    timers.put(Timer.FREEZE, calendar.plus(lead.watch().stageAt(), after, Pace.WORKDAYS)));
        }
        timers.put(Timer.DORMANT, dormant(lead, by.rules()));
        return timers;
    }

    /** The response lock (DL1). @return when it is over */
    private static Instant response(Lead lead, Deadlines.Response rules, BusinessCalendar calendar, Map<Timer, Instant> timers) {
        var lock = rules.within(lead.priority(), lead.tier());
        var breach = calendar.plus(lead.assignedAt(), lock, rules.pace());
        timers.put(Timer.REMIND, calendar.plus(lead.assignedAt(), rules.untilReminder(lock), rules.pace()));
        timers.put(Timer.ESCALATE, breach);
        timers.put(Timer.RED, later(breach, calendar.plus(lead.assignedAt(), rules.red().after(), rules.red().pace())));
        return breach;
    }

    /** DL2: so long without real activity, but never before the response lock is over; not from whoever got it after the last round. */
    private static void recycle(Lead lead, Deadlines rules, BusinessCalendar calendar, Instant breach, Map<Timer, Instant> timers) {
        var recycle = rules.recycle();
        if (lead.watch().round() < recycle.rounds() && (!lead.contacted() || recycle.afterContact())) {
            var at = calendar.plus(quietSince(lead, acted(lead), rules), recycle.after(), recycle.pace());
            timers.put(Timer.RECYCLE, lead.contacted() ? at : later(at, breach));
        }
    }

    /**
     * Since when nobody did anything, or was to: since something was last done, or the day that the owner promised or put the lead off to.
     * That day counts for no more than all the putting off that the rules allow, so that nobody parks a lead for years with one promise.
     */
    private static Instant quietSince(Lead lead, Instant done, Deadlines rules) {
        if (!lead.contacted() || lead.watch().keptUntil() == null) {
            return done;
        }
        var most = done.plus(Duration.ofDays((long) rules.snooze().mostDays() * rules.snooze().mostTimes()));
        return later(done, lead.watch().keptUntil().isAfter(most) ? most : lead.watch().keptUntil());
    }

    /** When its owner last did something about it, or got it. */
    private static Instant acted(Lead lead) {
        return Stream.of(lead.assignedAt(), lead.watch().actedAt()).filter(Objects::nonNull).max(Instant::compareTo).orElseThrow();
    }

    /** When anybody last did something about it: to the customer it is all the same how often the lead changed hands since. */
    private static Instant recorded(Lead lead) {
        return lead.recordedAt() == null ? lead.assignedAt() : lead.recordedAt();
    }

    /**
     * DL3: so long without action, and no clear next step agreed. A step with a day holds until that day is over, for a year at most; one
     * without a day for as long again as the threshold, for a step that nobody took in all that time is not clear. Records are read only of
     * a lead that has been quiet for long enough.
     */
    private Instant dormant(Lead lead, Deadlines rules) {
        var after = dormantAfter(lead, rules);
        var quiet = quietSince(lead, recorded(lead), rules).plus(after);
        var day = lead.watch().keptUntil();
        if ((day == null || !day.isAfter(quiet)) && !quiet.isAfter(clock.now())) {
            day = nextSteps.ahead(lead, quiet.plus(after), zone(lead.watch().team())).orElse(null);
        }
        if (day == null || !day.isAfter(quiet)) {
            return quiet;
        }
        var most = later(recorded(lead).plus(LONGEST_STEP), quiet.plus(after));
        return later(quiet, day.isAfter(most) ? most : day);
    }

    private Duration dormantAfter(Lead lead, Deadlines rules) {
        var minds = rules.dormancy().by().stream().anyMatch(each -> each.industry() != null);
        return rules.dormancy().after(minds ? details.factsOf(lead).industry() : null, lead.tier());
    }

    private static Instant later(Instant one, Instant another) {
        return one.isAfter(another) ? one : another;
    }

    /** Who had the lead and cannot have it again yet. */
    public Set<String> cooling(Lead lead) {
        if (lead.watch().past().isEmpty()) {
            return Set.of();
        }
        var until = clock.now().minus(now().rules().recycle().cooling());
        return lead.watch().past().entrySet().stream().filter(each -> each.getValue().isAfter(until)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Whether the lead has gone round so often that the manager is to have it. */
    public boolean exhausted(Lead lead) {
        return lead.watch().round() > 0 && lead.watch().round() >= now().rules().recycle().rounds();
    }

    @Override
    public ZoneId zone(String team) {
        return now().calendars().named(team == null ? Calendars.ORGANISATION : team).zone();
    }

    @Override
    public boolean isHealthy(Lead lead, Instant contact) {
        var response = now().rules().response();
        return !contact.isAfter(now().calendars().named(lead.watch().team()).plus(lead.assignedAt(), response.healthy(), response.pace()));
    }

    /** Days that an opportunity may stay in a stage; 0 for as long as it likes. */
    public long freezeDays(String stage) {
        return now().rules().freezeAfter(stage).map(Duration::toDays).orElse(0L);
    }

    /** Days without action after which the lead's customer is dormant. */
    public long dormantDays(Lead lead) {
        return dormantAfter(lead, now().rules()).toDays();
    }
}
