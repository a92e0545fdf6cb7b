package dev.leadkeeper.admin.moves;

import dev.leadkeeper.codec.Holder;
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
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the leads that a filter means, page by page: from the index of who holds what, each then as it really is. */
final class Candidates {
    /** Holders and leads that one page looks through, some three seconds at worst; whoever owns nothing is not read at all. */
    private static final int READS = 200;
    private static final int LOOKED = 1000;

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
     * @param empty   those of the holders that have none, by their count
     * @param list    names the question for its cursors
     */
    record Question(Filter filter, List<String> holders, Set<String> empty, String list) {
        /** The first holder from this one on that has leads; their number at the end. */
        int occupied(int from) {
            var source = from;
            while (source < holders.size() && empty.contains(holders.get(source))) {
                source++;
            }
            return source;
        }
    }

    /** @param next cursor of the next page, {@code null} at the end */
    record Found(List<Lead> leads, String next) {
        Found {
            leads = List.copyOf(leads);
        }
    }

    /** What somebody asks of the leads within their reach. */
    Question question(Person who, Access access, String what, Filter filter) {
        var people = filter.state() != LeadState.ASSIGNED ? List.<Staff>of() : staff.everybody().staff().stream()
                .filter(one -> access.reachesTeamOf(who, one)).toList();
        var holders = filter.holders(people.stream().map(Staff::id).toList(), filter.state() == LeadState.NURTURING ? pools.get() : List.of());
        var empty = people.stream().filter(one -> one.ledger().owned() == 0).map(one -> Holder.rep(one.id())).collect(Collectors.toSet());
        return new Question(filter, holders, empty, what + " " + filter + " of " + holders.hashCode());
    }

    /** @throws IllegalArgumentException for a cursor that the store did not give */
    Found find(Question question, Paging from) {
        var found = new ArrayList<Lead>();
        var source = question.occupied(from.source());
        var after = source == from.source() ? from.after() : null;
        var looked = 0;
        for (int reads = 0; source < question.holders().size() && reads < READS && looked < LOOKED && found.size() < from.limit(); reads++) {
            var page = leads.held(question.holders().get(source), false, from.limit() - found.size(), after);
            leads.findAll(page.leads().stream().map(Lead::id).toList()).stream().flatMap(Optional::stream)
                    .filter(question.filter()::fits).forEach(found::add);
            looked += page.leads().size();
            after = page.next();
            source = after == null ? question.occupied(source + 1) : source;
        }
        return new Found(found, source < question.holders().size() ? Paging.cursor(question.list(), source, after) : null);
    }
}
