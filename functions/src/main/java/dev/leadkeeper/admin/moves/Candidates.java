package dev.leadkeeper.admin.moves;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the leads that a filter means, page by page: from the index of who holds what, each then as it really is. */
final class Candidates {
    /** Reads of one page, each of at most a page's leads, so that a page costs well under a second. */
    private static final int READS = 20;

    private final Leads leads;
    private final StaffBook staff;
    private final Supplier<List<String>> pools;

    /** @param pools names of the pools in use */
    Candidates(Leads leads, StaffBook staff, Supplier<List<String>> pools) {
        this.leads = leads;
        this.staff = staff;
        this.pools = pools;
    }

    /**
     * The leads of one question, oldest first.
     *
     * @param holders where they are
     * @param list    names the question for its cursors
     */
    record Question(Filter filter, List<String> holders, String list) {}

    /** @param next cursor of the next page, {@code null} at the end */
    record Found(List<Lead> leads, String next) {
        Found {
            leads = List.copyOf(leads);
        }
    }

    /** What somebody asks of the leads within their reach. */
    Question question(Person who, Access access, String what, Filter filter) {
        var people = filter.state() != LeadState.ASSIGNED ? List.<String>of() : staff.everybody().staff().stream()
                .filter(one -> access.reachesTeamOf(who, one)).map(Staff::id).toList();
        var holders = filter.holders(people, filter.state() == LeadState.NURTURING ? pools.get() : List.of());
        return new Question(filter, holders, what + " " + filter + " of " + holders.hashCode());
    }

    /** @throws IllegalArgumentException for a cursor that the store did not give */
    Found find(Question question, Paging from) {
        var found = new ArrayList<Lead>();
        var source = from.source();
        var after = from.after();
        for (int reads = 0; source < question.holders().size() && reads < READS && found.size() < from.limit(); reads++) {
            var page = leads.held(question.holders().get(source), false, from.limit() - found.size(), after);
            leads.findAll(page.leads().stream().map(Lead::id).toList()).stream().flatMap(Optional::stream)
                    .filter(question.filter()::fits).forEach(found::add);
            after = page.next();
            source += after == null ? 1 : 0;
        }
        return new Found(found, source < question.holders().size() ? Paging.cursor(question.list(), source, after) : null);
    }
}
