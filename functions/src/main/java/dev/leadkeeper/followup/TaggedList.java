package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Tagged;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.rulebook.FollowUp;
import dev.leadkeeper.settings.FollowUps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /activities}: what was recorded with these tags (FU4), of all leads within somebody's reach, newest first. A page
 * costs a bounded number of reads, so where much has to be passed over it may be short and still have a next one.
 */
final class TaggedList {
    /** Reads of one page; months without a record are among them. */
    private static final int READS = 20;

    private final Tagged tagged;
    private final Leads leads;
    private final FollowUps followUps;
    private final Clock clock;

    TaggedList(Tagged tagged, Leads leads, FollowUps followUps, Clock clock) {
        this.tagged = tagged;
        this.leads = leads;
        this.followUps = followUps;
        this.clock = clock;
    }

    private record Found(Activity activity, Lead lead) {}

    Answer answer(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        var query = TagQuery.of(ask, clock.now(), flaws);
        var from = Paging.of(ask, query.fingerprint(), flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
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

    private Map<String, Object> page(Person who, Access access, TagQuery query, Paging from) {
        var rules = followUps.live();
        var found = new ArrayList<Found>();
        var month = from.after() == null && from.source() == 0 ? query.newest() : Math.min(from.source(), query.newest());
        var after = from.after();
        for (int reads = 0; month >= query.oldest() && reads < READS && found.size() < from.limit(); reads++) {
            var page = tagged.page(query.read(), TagQuery.month(month), from.limit() - found.size(), after);
            found.addAll(reached(who, access, page.activities().stream().filter(query::fits).toList()));
            after = page.next();
            month -= after == null ? 1 : 0;
        }
        return new Sheet()
                .put("items", found.stream().map(each -> sheet(each, rules, access.masked())).toList())
                .put("next", month >= query.oldest() ? Paging.cursor(query.fingerprint(), month, after) : null)
                .done();
    }

    /** Those whose lead somebody may see, as it is owned now. */
    private List<Found> reached(Person who, Access access, List<Activity> activities) {
        var known = new LinkedHashMap<String, Optional<Lead>>();
        var ids = activities.stream().map(Activity::lead).distinct().toList();
        var read = leads.findAll(ids);
        for (int i = 0; i < ids.size(); i++) {
            known.put(ids.get(i), read.get(i));
        }
        return activities.stream().flatMap(activity -> known.get(activity.lead()).filter(lead -> access.reaches(who, lead.owner()))
                .map(lead -> new Found(activity, lead)).stream()).toList();
    }

    private static Map<String, Object> sheet(Found found, FollowUp rules, boolean masked) {
        // What its author had not seen takes the lead's other records: GET /leads/{id}/activities.
        var sheet = new LinkedHashMap<>(ActivitySheet.of(found.activity(), List.of(found.activity()), rules, masked).done());
        sheet.remove("unseen");
        sheet.put("owner", found.lead().owner());
        sheet.put("stage", found.lead().stage());
        sheet.put("outcome", found.lead().outcome());
        return sheet;
    }
}
