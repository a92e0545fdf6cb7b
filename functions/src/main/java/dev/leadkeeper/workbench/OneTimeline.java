package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.ledger.AnchoredChains;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Html;
import dev.leadkeeper.people.Paging;
import dev.leadkeeper.people.Queries;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /leads/{id}/timeline}: a lead's history, oldest first, and on demand whether it is what was written; as JSON, or as a page for {@code Accept: text/html}. */
final class OneTimeline {
    private final Leads leads;
    private final Timelines timelines;
    private final AnchoredChains chains;

    OneTimeline(Leads leads, Timelines timelines, AnchoredChains chains) {
        this.leads = leads;
        this.timelines = timelines;
        this.chains = chains;
    }

    /** A lead beyond one's reach is answered like one that does not exist. */
    Answer answer(Person who, Access access, Ask ask) {
        var flaws = new ArrayList<Flaw>();
        Queries.known(ask, Set.of("cursor", "limit", "verify"), flaws);
        var verify = ask.parameter("verify").orElse("false");
        if (!verify.equals("true") && !verify.equals("false")) {
            flaws.add(new Flaw("query.verify", "true or false"));
        }
        var list = "timeline of " + ask.variable("id");
        var from = Paging.of(ask, list, flaws);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        return OneLead.find(leads, ask.variable("id")).filter(lead -> access.reaches(who, lead.owner()))
                .map(lead -> page(lead, list, from, verify.equals("true"), ask)).orElse(new Answer.Missing("lead"));
    }

    private Answer page(Lead lead, String list, Paging from, boolean verify, Ask ask) {
        Timelines.Page page;
        try {
            page = timelines.page(lead.id(), from.limit(), from.after());
        } catch (IllegalArgumentException notOfTheStore) {
            if (from.after() == null) {
                throw notOfTheStore;
            }
            return new Answer.Wrong(List.of(Paging.unknown()));
        }
        var next = page.next() == null ? null : Paging.cursor(list, 0, page.next());
        var verification = verify ? verification(lead) : null;
        if (verification != null && verification.isEmpty()) {
            return new Answer.Missing("lead");
        }
        if (Html.wanted(ask)) {
            return new Answer.View(TimelinePage.of(lead.id(), page.entries(), next, verification, Html.chinese(ask), ask.query()));
        }
        var sheet = new Sheet().put("items", page.entries().stream().map(OneTimeline::entry).toList()).put("next", next);
        return new Answer.Done(verification == null ? sheet.done() : sheet.put("verification", verification).done());
    }

    /** Empty if there is nothing to verify. */
    private Map<String, Object> verification(Lead lead) {
        var checked = chains.verify(lead.id());
        return verification(checked.verdict()).map(verification -> verification.put("anchors",
                new Sheet().put("held", checked.held()).put("latest", checked.latest()).done()).done()).orElse(Map.of());
    }

    private static Map<String, Object> entry(Timelines.Entry entry) {
        return entry.event().map(EventSheet::of).orElseGet(() -> EventSheet.unreadable(entry.seq()));
    }

    private static Optional<Sheet> verification(ChainVerdict verdict) {
        return switch (verdict) {
            case ChainVerdict.Verified(var events, var head, var behind) -> Optional.of(new Sheet().put("verified", true)
                    .put("events", events).put("head", head).put("headBehind", behind));
            case ChainVerdict.Broken(var seq, var kind, var sentence) -> Optional.of(new Sheet().put("verified", false)
                    .put("seq", seq).put("kind", kind.word()).put("sentence", SentenceCodec.toDoc(sentence)));
            case ChainVerdict.Unknown() -> Optional.empty();
        };
    }
}
