package dev.leadkeeper.admin;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.json.JsonRefused;
import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Refusal;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Notices;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Body;
import dev.leadkeeper.people.Flaw;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /leads/{id}/assign}: gives a lead that nobody owns to a rep by hand, also while the breaker is open. Goes
 * through the same door as every assignment, so caps hold. Asked again for the same rep it tells them again.
 */
final class AssignByHand {
    private static final String BY_HAND = "manual";

    private final Leads leads;
    private final Details details;
    private final StaffBook staff;
    private final Customers customers;
    private final Ownership ownership;
    private final Rounds rounds;
    private final Timelines timelines;
    private final Announcements announcements;
    private final Reminders reminders;
    private final Clock clock;

    AssignByHand(Leads leads, Details details, StaffBook staff, Customers customers, Ownership ownership, Rounds rounds,
                 Timelines timelines, Announcements announcements, Reminders reminders, Clock clock) {
        this.leads = leads;
        this.details = details;
        this.staff = staff;
        this.customers = customers;
        this.ownership = ownership;
        this.rounds = rounds;
        this.timelines = timelines;
        this.announcements = announcements;
        this.reminders = reminders;
        this.clock = clock;
    }

    Answer answer(Person who, Access access, Ask ask) throws JsonRefused {
        var flaws = new ArrayList<Flaw>();
        var body = Body.of(ask.object(), flaws);
        body.only(Set.of("rep"));
        var rep = body.needs("rep").line("rep", 128);
        if (!flaws.isEmpty()) {
            return new Answer.Wrong(flaws);
        }
        var id = ask.variable("id");
        return rounds.until(() -> attempt(id, rep.orElseThrow(), who));
    }

    private Optional<Answer> attempt(String id, String rep, Person who) {
        var found = id.matches("[a-z2-7]{26}") ? leads.find(id) : Optional.<Lead>empty();
        if (found.isEmpty()) {
            return Optional.of(new Answer.Missing("lead"));
        }
        var lead = found.get();
        return switch (lead.state()) {
            case SCORED, WAITING, NURTURING -> give(lead, rep, who);
            case ASSIGNED -> Optional.of(lead.owner().equals(rep) ? done(lead) : standsAlready(lead));
            case ATTENTION, TEST, RESOLVED -> Optional.of(standsAlready(lead));
        };
    }

    private Optional<Answer> give(Lead lead, String id, Person who) {
        var rep = staff.find(id);
        var refusal = rep.isEmpty() ? Optional.of(Refusal.UNKNOWN_REP) : Receiving.refusal(rep.get(), clock.now());
        if (refusal.isPresent()) {
            return Optional.of(refused(id, refusal.get()));
        }
        var customer = lead.customer() == null ? null : customers.of(lead);
        var claims = customer != null && claims(customer);
        // Before the deed, so that the owner is told even if this process dies right after it: nobody has to ask again after an error.
        reminders.leave(lead);
        return switch (ownership.give(lead, rep.get(), decision(lead, id, who), who.id(), customer, claims, null)) {
            case Ownership.Given.Done(var owned, var counted) -> Optional.of(done(owned));
            case Ownership.Given.LeadChanged _, Ownership.Given.RepChanged _, Ownership.Given.Contended _ -> Optional.empty();
        };
    }

    /** The rep becomes the customer's owner if there is none, or the one there is will never receive again. */
    private boolean claims(Customers.Customer customer) {
        return Optional.ofNullable(customer.owner()).flatMap(staff::find)
                .map(owner -> owner.status() == Staff.Status.LEFT || owner.status() == Staff.Status.DISABLED).orElse(true);
    }

    private static Decision decision(Lead lead, String rep, Person who) {
        var sentence = new Sentence("由 " + who.id() + " 手工分派给您", "dispatched to you by hand by " + who.id());
        return new Decision(lead.rulebook() == null ? "none" : lead.rulebook(), BY_HAND, BY_HAND, sentence,
                List.of(new Decision.Candidate(rep, "chosen", sentence)), Map.of(), new Decision.ToRep(rep, null, false, null));
    }

    /** Tells the owner, also when it was given before: who died in between could not tell them. The same notice is delivered once. */
    private Answer done(Lead lead) {
        var facts = details.find(lead.id(), lead.details()).map(Details.Delivery::facts).orElse(Facts.NONE);
        announcements.send(Notices.newLead(lead, facts, because(lead)), lead.assignedAt());
        return new Answer.Done(new Sheet()
                .put("id", lead.id())
                .put("state", lead.state().word())
                .put("owner", lead.owner())
                .put("assignedAt", lead.assignedAt())
                .done());
    }

    private Sentence because(Lead lead) {
        return timelines.of(lead.id()).reversed().stream().filter(event -> ChangesOfHands.GIVEN.contains(event.type())).findFirst()
                .map(event -> SentenceCodec.fromDoc(Doc.of(event.data()).doc("decision").doc("sentence")))
                .orElseThrow(() -> new IllegalStateException("lead " + lead.id() + " is owned but was never assigned"));
    }

    private static Answer standsAlready(Lead lead) {
        return new Answer.Refused("the lead is " + lead.state().word(), new Sheet()
                .put("state", lead.state().word()).put("owner", lead.owner()).done());
    }

    private static Answer refused(String rep, Refusal refusal) {
        var words = refusal.sentence();
        return new Answer.Refused(rep + " " + words.en(),
                Map.of("rep", rep, "refusal", refusal.word(), "sentence", SentenceCodec.toDoc(words)));
    }
}
