package dev.leadkeeper.workbench;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code GET /leads}: a page of leads, without decision and history, and of the score the total only. A page costs a
 * bounded number of reads: where leads have to be looked through it may be short and still have a next one.
 */
final class LeadList {
    /** Reads of one page, each of at most a page's items: a thousand leads, well under a second and a megabyte. */
    private static final int READS = 20;

    private static final Set<String> CLAIMABLE = Set.of(LeadState.WAITING.word(), LeadState.NURTURING.word());

    private final Leads leads;
    private final Details details;
    private final Supplier<List<String>> pools;
    private final Clock clock;

    /** @param pools names of the pools in use */
    LeadList(Leads leads, Details details, Supplier<List<String>> pools, Clock clock) {
        this.leads = leads;
        this.details = details;
        this.pools = pools;
        this.clock = clock;
    }

    Answer answer(Person who, Access right, Ask ask) {
        var access = looksForClaims(who, right, ask) ? Access.UNOWNED_MASKED : right;
        var flaws = new ArrayList<Flaw>();
        var query = LeadQuery.of(who, access, ask, flaws);
        var from = Paging.of(ask, query.fingerprint(), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        if (query.owner() != null && !access.reaches(who, query.owner())) {
            return new Answer.Denied("the role " + who.role().word() + " may not see this owner's leads");
        }
        try {
            return new Answer.Done(page(who, access, query, from));
        } catch (IllegalArgumentException notOfTheStore) {
            if (from.after() == null) {
                throw notOfTheStore;
            }
            return new Answer.Wrong(List.of(Paging.unknown()));
        }
    }

    /** Whoever may claim leads sees, masked, what there is to claim. */
    private static boolean looksForClaims(Person who, Access right, Ask ask) {
        return right == Access.OWN && who.may(Action.CLAIM_LEADS) != Access.NONE && ask.parameter("owner").isEmpty()
                && ask.parameter("state").filter(CLAIMABLE::contains).isPresent();
    }

    private Map<String, Object> page(Person who, Access access, LeadQuery query, Paging from) {
        var holders = query.holders(pools);
        var found = new ArrayList<Lead>();
        var source = from.source();
        var after = from.after();
        var more = holders.isEmpty() ? source == 0 : source < holders.size();
        for (int reads = 0; more && reads < READS && found.size() < from.limit(); reads++) {
            var room = from.limit() - found.size();
            var page = holders.isEmpty() ? leads.all(room, after)
                    : leads.held(holders.get(source), query.newestFirst(), room, after);
            page.leads().stream().filter(lead -> query.fits(lead) && access.reaches(who, lead.owner())).forEach(found::add);
            after = page.next();
            source += after == null ? 1 : 0;
            more = after != null || source < holders.size();
        }
        return new Sheet()
                .put("items", LeadSheet.all(found, details, access.masked(), clock.now()))
                .put("next", more ? Paging.cursor(query.fingerprint(), source, after) : null)
                .done();
    }
}
