package dev.leadkeeper.assignment;

import dev.leadkeeper.calendar.Calendars;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may get a lead now (AS3, AS4): the checks in order; the first that fails is the reason.
 *
 * @param calendars which days are worked, for rules that mind the hours
 * @param now       when
 * @param cooling   who had the lead and cannot have it again yet
 */
record Eligibility(Calendars calendars, Instant now, Set<String> cooling) {
    /** One reason not to get a lead. */
    @FunctionalInterface
    interface Check {
        boolean fails(Eligibility at, Staff staff);
    }

    /** A check and what its failing means. */
    record Named(Refusal refusal, Check check) {}

    /** For everybody who gets a lead by a rule. */
    private static final List<Named> OF_A_REP = List.of(
            new Named(Refusal.LEFT, (_, staff) -> staff.status() == Staff.Status.LEFT),
            new Named(Refusal.DISABLED, (_, staff) -> staff.status() == Staff.Status.DISABLED),
            new Named(Refusal.NOT_A_REP, (_, staff) -> staff.role() != Staff.Role.REP),
            new Named(Refusal.CANNOT_RECEIVE, (_, staff) -> !staff.canReceive()),
            new Named(Refusal.SUSPENDED, (at, staff) -> staff.suspended(at.now())),
            new Named(Refusal.HAD_IT_BEFORE, (at, staff) -> at.cooling().contains(staff.id())),
            new Named(Refusal.ON_LEAVE, Eligibility::onLeave),
            new Named(Refusal.FULL, (_, staff) -> staff.ledger().open() >= staff.cap()),
            new Named(Refusal.DAY_FULL, Eligibility::dayFull),
            new Named(Refusal.BACKLOG_FULL, (_, staff) -> staff.backlogCap() != null && staff.ledger().owned() >= staff.backlogCap()));
    /** Where the rule says so as well. */
    private static final Named IN_HOURS = new Named(Refusal.OUT_OF_HOURS, Eligibility::outOfHours);
    /** The fallback owner may have any role, and gets a lead also for the second time or while suspended: there is nobody behind them. */
    private static final List<Named> OF_FALLBACK =
            OF_A_REP.stream().filter(named -> !EnumSet.of(Refusal.NOT_A_REP, Refusal.HAD_IT_BEFORE, Refusal.SUSPENDED).contains(named.refusal())).toList();

    /** Refusals that end when somebody follows up, or tomorrow. */
    static final Set<Refusal> FOR_BEING_FULL = EnumSet.of(Refusal.FULL, Refusal.DAY_FULL, Refusal.BACKLOG_FULL);

    /** Why this person cannot get a lead by a rule, or {@code null}. */
    Refusal ofRep(Staff staff, boolean hoursMatter) {
        var refusal = first(OF_A_REP, staff);
        return refusal == null && hoursMatter && IN_HOURS.check().fails(this, staff) ? IN_HOURS.refusal() : refusal;
    }

    /** Why this person cannot get a lead as the fallback owner, or {@code null}. */
    Refusal ofFallback(Staff staff) {
        return first(OF_FALLBACK, staff);
    }

    private Refusal first(List<Named> checks, Staff staff) {
        for (var named : checks) {
            if (named.check().fails(this, staff)) {
                return named.refusal();
            }
        }
        return null;
    }

    /** The refusal in words, with the figures that decided. */
    Sentence reason(Refusal refusal, Staff staff) {
        var words = refusal.sentence();
        return switch (refusal) {
            case FULL -> with(words, staff.ledger().open(), staff.cap());
            case DAY_FULL -> with(words, staff.receivedOnDayOf(now), staff.dayCap());
            case SUSPENDED -> with(words, staff.ledger().standing().kept(), staff.ledger().standing().counted());
            case BACKLOG_FULL -> with(words, staff.ledger().owned(), staff.backlogCap());
            case NO_RULE_MATCHES, GROUP_EMPTY, NOBODY_ELIGIBLE, EVERYBODY_FULL, BREAKER_OPEN, MANUAL_QUEUE, FALLBACK_UNAVAILABLE,
                    LEFT, DISABLED, ON_LEAVE, CANNOT_RECEIVE, OUT_OF_HOURS, NOT_IN_GROUP, LACKS_SKILL, UNKNOWN_REP,
                    OUTSIDE_REGION, OTHER_INDUSTRY, OTHER_SIZE, NO_CUSTOMER_OWNER, NOT_A_REP, HAD_IT_BEFORE, ROUNDS_OVER,
                    CLAIMS_USED, OWNS_TOO_MANY, OTHER_TEAM, OWNS_IT, CHANGED, NOT_MOVABLE, STAYS -> words;
        };
    }

    private static Sentence with(Sentence words, long has, long most) {
        return new Sentence(words.zh() + " " + has + "/" + most, words.en() + ": " + has + " of " + most);
    }

    private boolean onLeave(Staff staff) {
        if (staff.status() == Staff.Status.LEAVE) {
            return true;
        }
        if (staff.leaves().isEmpty()) {
            return false;
        }
        var today = staff.dayAt(now);
        return staff.leaves().stream().anyMatch(leave -> !today.isBefore(leave.from()) && !today.isAfter(leave.to()));
    }

    private boolean outOfHours(Staff staff) {
        var hours = staff.hours();
        if (hours == null) {
            return false;
        }
        var here = LocalDateTime.ofInstant(now, hours.zone());
        return !calendars.ofMembers(staff.groups()).worked(here.toLocalDate(), hours.days())
                || here.toLocalTime().isBefore(hours.from()) || !here.toLocalTime().isBefore(hours.to());
    }

    private boolean dayFull(Staff staff) {
        return staff.dayCap() != null && staff.receivedOnDayOf(now) >= staff.dayCap();
    }

}
