package dev.leadkeeper.workbench;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Decisions;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /leads/{id}}: one lead with score, decision and history. */
final class OneLead {
    private static final Set<String> DECIDED = Set.of("assigned", "reassigned", "pooled", "waiting");

    private final Leads leads;
    private final Details details;
    private final Timelines timelines;
    private final Decisions decisions;
    private final Clock clock;

    OneLead(Leads leads, Details details, Timelines timelines, Decisions decisions, Clock clock) {
        this.leads = leads;
        this.details = details;
        this.timelines = timelines;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** A lead beyond one's reach is answered like one that does not exist. */
    Answer answer(Person who, Access access, Ask ask) {
        return find(leads, ask.variable("id"))
                .filter(lead -> access.reaches(who, lead.owner()))
                .<Answer>map(lead -> new Answer.Versioned(sheet(lead, who, access), lead.revision()))
                .orElse(new Answer.Missing("lead"));
    }

    /** The lead of this id, if it is one. */
    static Optional<Lead> find(Leads leads, String id) {
        return id.matches("[a-z2-7]{26}") ? leads.find(id) : Optional.empty();
    }

    private Map<String, Object> sheet(Lead lead, Person who, Access access) {
        var facts = details.find(lead.id(), lead.details()).map(Details.Delivery::facts).orElse(Facts.NONE);
        var events = timelines.of(lead.id());
        return LeadSheet.of(lead, facts, lead.score() == null ? null : score(events), access.masked(), clock.now())
                .put("revision", lead.revision())
                .put("keptUntil", lead.watch().keptUntil())
                .put("decision", decision(events, who))
                .put("timeline", events.stream().map(EventSheet::of).toList())
                .done();
    }

    /** The newest score on the history; a revision of an owned lead has none and leaves the one before. */
    private static Map<String, Object> score(List<TimelineEvent> events) {
        return events.reversed().stream().map(event -> Doc.of(event.data()).map("score"))
                .filter(score -> !score.isEmpty()).findFirst().orElse(null);
    }

    private Map<String, Object> decision(List<TimelineEvent> events, Person who) {
        return events.reversed().stream().filter(event -> DECIDED.contains(event.type())).findFirst()
                .map(event -> Decided.of(decisions.of(event.data()), who)).orElse(null);
    }
}
