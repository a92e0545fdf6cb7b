package dev.leadkeeper.dormancy;

import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Standing;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.StandingNotices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.Deadlines;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.DeadlineRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * AS11: judges each rep's last week once, from Monday in the zone of their team on, whenever the first tick of the new week comes.
 * Compliant weeks in a row give the first choice for the week, too low a share suspends for the week; both end with the week by
 * themselves. A week with too few leads says nothing: whoever was suspended and so got none is not suspended for it again.
 */
public final class JudgeWeek {
    /** On this day of the running week and after it people are told that it goes wrong: late enough to mean something, early enough to mend it. */
    private static final DayOfWeek WARNED_FROM = DayOfWeek.WEDNESDAY;

    private final StaffBook book;
    private final Compliance compliance;
    private final DeadlineRules rules;
    private final Calendars calendars;
    private final Supervisors supervisors;
    private final Announcements announcements;
    private final Clock clock;

    public JudgeWeek(Store store, Queue queue, Clock clock) {
        this.book = new StaffBook(store);
        this.compliance = new Compliance(store);
        this.rules = new DeadlineRules(store);
        this.calendars = new Calendars(store);
        this.supervisors = new Supervisors(book, clock);
        this.announcements = new Announcements(queue);
        this.clock = clock;
    }

    /** Judges whom nobody has judged yet, and tells whoever was judged this week; the same is delivered once. @return how many were judged */
    public int judge() {
        var now = clock.now();
        var judged = 0;
        var by = rules.live().compliance();
        for (var rep : reps()) {
            var today = today(rep, now);
            var weeks = IntStream.rangeClosed(1, by.weeks()).mapToObj(back -> Compliance.week(today.minusWeeks(back))).toList();
            var seen = rep.ledger().standing();
            if (seen != null && seen.week().compareTo(weeks.getFirst()) >= 0) {
                tell(rep, seen, false);
                continue;
            }
            var nextMonday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            var standing = standing(compliance.of(List.of(rep.id()), weeks), by, nextMonday.atStartOfDay(calendars.live().ofMembers(rep.groups()).zone()).toInstant());
            if (book.judge(rep.id(), seen, standing)) {
                judged++;
                tell(rep, standing, true);
            }
        }
        return judged;
    }

    /**
     * What weeks mean.
     *
     * @param weeks newest first
     * @param until when it ends
     */
    static Standing standing(List<Compliance.Week> weeks, Deadlines.Compliance by, Instant until) {
        var last = weeks.getFirst();
        var state = Standing.State.NONE;
        if (last.counted() >= by.least() && last.share() < by.suspendBelow()) {
            state = Standing.State.SUSPENDED;
        } else if (weeks.stream().allMatch(week -> week.counted() >= by.least() && week.share() >= by.target())) {
            state = Standing.State.PREFERRED;
        }
        return new Standing(state, until, last.week(), last.kept(), last.counted());
    }

    /** Tells reps whose running week would suspend them if it ended now; once a week. @return how many it concerns */
    public int warn() {
        var now = clock.now();
        var by = rules.live().compliance();
        var concerned = reps().stream().filter(rep -> today(rep, now).getDayOfWeek().compareTo(WARNED_FROM) >= 0)
                .collect(Collectors.groupingBy(rep -> Compliance.week(today(rep, now)), Collectors.toMap(Staff::id, Function.identity())));
        var warned = 0;
        for (var each : concerned.entrySet()) {
            for (var week : compliance.of(List.copyOf(each.getValue().keySet()), List.of(each.getKey()))) {
                if (week.counted() >= by.least() && week.share() < by.suspendBelow()) {
                    announcements.send(StandingNotices.ahead(week, by), now);
                    warned++;
                }
            }
        }
        return warned;
    }

    private List<Staff> reps() {
        return book.everybody().staff().stream().filter(one -> one.role() == Staff.Role.REP)
                .filter(one -> one.status() == Staff.Status.ACTIVE || one.status() == Staff.Status.LEAVE).toList();
    }

    private LocalDate today(Staff rep, Instant now) {
        return LocalDate.ofInstant(now, calendars.live().ofMembers(rep.groups()).zone());
    }

    private void tell(Staff rep, Standing standing, boolean fresh) {
        var notices = switch (standing.state()) {
            case NONE -> List.<Notice>of();
            case PREFERRED -> List.of(StandingNotices.preferred(rep.id(), standing));
            case SUSPENDED -> {
                var all = new ArrayList<>(List.of(StandingNotices.suspended(rep.id(), rep.id(), standing)));
                supervisors.of(rep.id()).forEach(supervisor -> all.add(StandingNotices.suspended(rep.id(), supervisor, standing)));
                yield all;
            }
        };
        for (var notice : notices) {
            if (fresh) {
                announcements.send(notice, clock.now());
            } else {
                announcements.repeat(notice, clock.now());
            }
        }
    }
}
