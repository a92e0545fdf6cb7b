package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Holder;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.deadline.Standing;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Compliance;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Html;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code GET /board}: how the leads of one's people stand, how the week goes, and the leads that wait too long,
 * the longest first; as JSON, or as a page for {@code Accept: text/html}. People stand in
 * the order of their ids: the board finds customers who wait, it ranks nobody (RI1). It reads the leads of those people from the index of
 * who holds what and no others.
 */
final class Board {
    /** Leads that one answer looks through, some 20 MB: a few seconds, well within the function's ten. */
    private static final int MOST = 20_000;
    /** Leads of a read; about as many as the megabyte that a query of DynamoDB returns holds. */
    private static final int READ = 1000;

    private final StaffBook book;
    private final Leads leads;
    private final Details details;
    private final Compliance compliance;
    private final Calendars calendars;
    private final Clock clock;

    Board(StaffBook book, Leads leads, Details details, Compliance compliance, Calendars calendars, Clock clock) {
        this.book = book;
        this.leads = leads;
        this.details = details;
        this.compliance = compliance;
        this.calendars = calendars;
        this.clock = clock;
    }

    Answer answer(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("team", "cursor", "limit"), flaws);
        var team = ask.parameter("team").orElse(null);
        var list = "board team=" + team;
        var from = Paging.of(ask, list, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var people = book.everybody().staff().stream().filter(one -> access.reachesTeamOf(who, one))
                .filter(one -> team == null || one.groups().contains(team)).filter(Board::hasToDoWithLeads).toList();
        var board = page(people, access, list, from);
        return Html.wanted(ask) ? new Answer.View(BoardPage.of(board, Html.chinese(ask), ask.query())) : new Answer.Done(board);
    }

    /** Reps who work here, and whoever else owns leads, such as a manager after the last round or somebody who left. */
    private static boolean hasToDoWithLeads(Staff one) {
        var worksHere = one.status() == Staff.Status.ACTIVE || one.status() == Staff.Status.LEAVE;
        return one.ledger().owned() > 0 || worksHere && one.role() == Staff.Role.REP;
    }

    private Map<String, Object> page(List<Staff> people, Access access, String list, Paging from) {
        var now = clock.now();
        var overdue = new ArrayList<Lead>();
        var reps = new ArrayList<Map<String, Object>>();
        var total = new Tally();
        var weeks = weeks(people, now);
        var left = MOST;
        for (var one : people) {
            if (one.ledger().owned() > left) {
                break;
            }
            var theirs = one.ledger().owned() > 0 ? held(one) : List.<Lead>of();
            left -= theirs.size();
            var tally = new Tally();
            theirs.forEach(lead -> tally.count(lead, now));
            tally.count(weeks.get(one.id()));
            total.add(tally);
            theirs.stream().filter(lead -> Standing.of(lead, now).overdue()).forEach(overdue::add);
            reps.add(tally.on(new Sheet().put("id", one.id()).put("name", one.name())).done());
        }
        var rest = rest(overdue, from);
        var shown = rest.subList(0, Math.min(from.limit(), rest.size()));
        return new Sheet().put("at", now).put("complete", reps.size() == people.size()).put("reps", reps)
                .put("total", total.on(new Sheet()).done())
                .put("overdue", overdue.size())
                .put("items", LeadSheet.all(shown, details, access.masked(), now))
                .put("next", shown.size() == rest.size() ? null : Paging.cursor(list, 0, place(shown.getLast())))
                .done();
    }

    /** What became known of each of them in the week that runs where they work. */
    private Map<String, Compliance.Week> weeks(List<Staff> people, Instant now) {
        var live = calendars.live();
        var found = new HashMap<String, Compliance.Week>();
        people.stream().collect(Collectors.groupingBy(one -> Compliance.week(LocalDate.ofInstant(now, live.ofMembers(one.groups()).zone())),
                        Collectors.mapping(Staff::id, Collectors.toList())))
                .forEach((week, ids) -> compliance.of(ids, List.of(week)).forEach(each -> found.put(each.staff(), each)));
        return found;
    }

    private List<Lead> held(Staff one) {
        var all = new ArrayList<Lead>();
        String after = null;
        do {
            var page = leads.held(Holder.rep(one.id()), false, READ, after);
            all.addAll(page.leads());
            after = page.next();
        } while (after != null);
        return all;
    }

    /** What comes after the page before, longest overdue first: a place that stays the same while others come and go. */
    private static List<Lead> rest(List<Lead> overdue, Paging from) {
        return overdue.stream().filter(lead -> from.after() == null || place(lead).compareTo(from.after()) > 0)
                .sorted(Comparator.comparing(Board::place)).toList();
    }

    private static String place(Lead lead) {
        return WatchCodec.dueAt(lead.watch().at(Timer.ESCALATE)) + "#" + lead.id();
    }
}
