package dev.leadkeeper.dormancy;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.StandingNotices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.DeadlineRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * FU6: a rep who has leads and records nothing for some working days: a light card to the supervisor, once for each silence. Whoever was
 * active on a lead they hold is known from the lead itself; only of the others records are read.
 */
public final class SilentReps {
    private static final String KIND = "silent-rep";
    /** Leads of a rep that are looked at; somebody who owns more has not touched their newest ones for days either. */
    private static final int MOST = 200;
    /** Leads that ended of late, whose last entry counts as well. */
    private static final int ENDED = 50;
    /** A tick that died before it told is mended by the next ones. */
    private static final Duration TOLD_AGAIN = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(400);

    private final Store store;
    private final StaffBook book;
    private final Leads leads;
    private final DeadlineRules rules;
    private final Calendars calendars;
    private final Supervisors supervisors;
    private final Announcements announcements;
    private final Clock clock;

    public SilentReps(Store store, Queue queue, Clock clock) {
        this.store = store;
        this.book = new StaffBook(store);
        this.leads = new Leads(store);
        this.rules = new DeadlineRules(store);
        this.calendars = new Calendars(store);
        this.supervisors = new Supervisors(book, clock);
        this.announcements = new Announcements(queue);
        this.clock = clock;
    }

    /** Tells the supervisors of whoever is silent. @return how many are */
    public int tell() {
        return (int) book.everybody().staff().stream().filter(rep -> rep.role() == Staff.Role.REP && rep.status() == Staff.Status.ACTIVE)
                .filter(rep -> !away(rep, today(rep))).filter(this::tell).count();
    }

    private boolean tell(Staff rep) {
        var days = rules.live().silentRep().days();
        var held = leads.held(Holder.rep(rep.id()), true, MOST, null).leads();
        if (held.isEmpty()) {
            return false;
        }
        // Nobody is silent about leads that they have not had for so long.
        var since = held.stream().map(Lead::assignedAt).min(Instant::compareTo).orElseThrow();
        var entry = held.stream().flatMap(lead -> Stream.of(lead.contactedAt(), lead.watch().actedAt())).filter(Objects::nonNull).max(Instant::compareTo);
        if (!isSilent(rep, later(since, entry), days)) {
            return false;
        }
        entry = entries(rep, held);
        if (!isSilent(rep, later(since, entry), days)) {
            return false;
        }
        tell(rep, later(since, entry), entry, days, held.size());
        return true;
    }

    /** A lead that is taken back moves the beginning, too; but it is the same silence until they record something. */
    private void tell(Staff rep, Instant since, Optional<Instant> entry, int days, int owned) {
        var now = clock.now();
        var key = Key.of(Table.SIGNALS, KIND, rep.id());
        var stored = store.get(key).map(Doc::of);
        var same = stored.filter(doc -> entry.isEmpty() || !entry.get().isAfter(doc.instant("since")));
        if (same.isEmpty()) {
            store.write(new Write.Put(key, Doc.build().put("kind", KIND).put("id", rep.id()).put("since", since).put("told", now)
                    .put(Table.EXPIRES, now.plus(KEPT).getEpochSecond()).done(), Condition.NONE));
        }
        if (same.isEmpty() || same.get().instant("told").plus(TOLD_AGAIN).isAfter(now)) {
            var began = same.map(doc -> doc.instant("since")).orElse(since);
            supervisors.of(rep.id()).forEach(supervisor -> announcements.send(StandingNotices.silent(rep.id(), supervisor, began, days, owned), now));
        }
    }

    /** The last thing that they recorded, whether or not it proved anything. */
    private Optional<Instant> entries(Staff rep, List<Lead> held) {
        var ended = leads.held(Holder.ended(rep.id()), true, ENDED, null).leads();
        return Stream.concat(held.stream(), ended.stream()).flatMap(lead -> Activities.of(store, lead.id()).stream())
                .filter(each -> each.staff().equals(rep.id())).map(each -> each.at().truncatedTo(ChronoUnit.MILLIS)).max(Instant::compareTo);
    }

    /** Whether so many worked days have gone by since. The day of the last entry does not count, nor does today, which is not over. */
    private boolean isSilent(Staff rep, Instant since, int days) {
        var calendar = calendars.live().ofMembers(rep.groups());
        var first = LocalDate.ofInstant(since, calendar.zone());
        var worked = 0;
        for (var day = today(rep).minusDays(1); day.isAfter(first) && worked < days; day = day.minusDays(1)) {
            worked += !calendar.hoursOn(day).isEmpty() && !away(rep, day) ? 1 : 0;
        }
        return worked >= days;
    }

    private LocalDate today(Staff rep) {
        return LocalDate.ofInstant(clock.now(), calendars.live().ofMembers(rep.groups()).zone());
    }

    private static boolean away(Staff rep, LocalDate day) {
        return rep.leaves().stream().anyMatch(leave -> !day.isBefore(leave.from()) && !day.isAfter(leave.to()));
    }

    private static Instant later(Instant one, Optional<Instant> another) {
        return another.filter(at -> at.isAfter(one)).orElse(one);
    }
}
