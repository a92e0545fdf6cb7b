package dev.leadkeeper.admin;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostMessages;
import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.form.FormInvalid;
import dev.leadkeeper.form.FormReader;
import dev.leadkeeper.form.PostReader;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Raw;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.ledger.Attention;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Sheet;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.rights.Access;
import dev.leadkeeper.rights.Person;
import dev.leadkeeper.settings.Documents;
import dev.leadkeeper.settings.FormBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /attention/{id}/replay}: reads the kept post anew, with its form's definition as it is stored now (IN3).
 * What was found is on its way before the entry leaves the list, and both may happen again without doubling anything, so
 * a crash anywhere is mended by a repeat.
 */
final class ReplayAttention {
    private final Leads leads;
    private final Details details;
    private final Timelines timelines;
    private final Attention attention;
    private final Documents documents;
    private final Queue queue;
    private final Ids ids;

    ReplayAttention(Leads leads, Details details, Timelines timelines, Attention attention, Documents documents, Queue queue,
                    Ids ids) {
        this.leads = leads;
        this.details = details;
        this.timelines = timelines;
        this.attention = attention;
        this.documents = documents;
        this.queue = queue;
        this.ids = ids;
    }

    Answer answer(Person who, Access access, Ask ask) {
        var id = ask.variable("id");
        var found = id.matches("[a-z2-7]{26}") ? leads.find(id) : Optional.<Lead>empty();
        if (found.isEmpty()) {
            return new Answer.Missing("attention entry");
        }
        var lead = found.get();
        return switch (lead.state()) {
            case ATTENTION -> replay(lead, who);
            case RESOLVED -> done(became(lead));
            case SCORED, ASSIGNED, NURTURING, WAITING, TEST -> new Answer.Refused(
                    "this is no attention entry any more, but a lead that is " + lead.state().word(),
                    Map.of("state", lead.state().word()));
        };
    }

    private Answer replay(Lead lead, Person who) {
        var kept = details.find(lead.id(), lead.details());
        if (kept.isEmpty()) {
            return new Answer.Refused("what was posted has been erased", Map.of());
        }
        var stored = documents.find(FormBook.KIND, lead.form());
        if (stored.isEmpty()) {
            return new Answer.Refused("the form " + lead.form() + " is not there any more", Map.of());
        }
        return switch (FormReader.read(stored.get().doc())) {
            case FormInvalid(var problems) -> new Answer.Refused(
                    "the definition of the form " + lead.form() + " cannot be used", Map.of("problems", problems));
            case FormDefinition form -> replay(lead, kept.get(), form, who);
        };
    }

    private Answer replay(Lead lead, Details.Delivery kept, FormDefinition form, Person who) {
        var submissions = PostReader.read(form, kept.contentType(), kept.raw(), kept.deliveryId(), lead.createdAt(), ids.next(), true);
        var post = new Post(form.id(), lead.createdAt(), kept.contentType(), Raw.of(kept.raw()), kept.deliveryId(), submissions);
        PostMessages.of(post).forEach(message -> queue.send(Queue.Channel.LEADS_RECEIVED, message));
        var became = new Attention.Became(named(submissions, false), named(submissions, true));
        if (submissions.stream().noneMatch(each -> each.lead().equals(lead.id()))) {
            attention.resolve(lead.id(), became, who.id());
        }
        return done(became);
    }

    private static List<String> named(List<Submission> submissions, boolean attention) {
        return submissions.stream().filter(each -> attention == (each.attention() != null)).map(Submission::lead).toList();
    }

    private Attention.Became became(Lead lead) {
        return timelines.of(lead.id()).reversed().stream().filter(event -> event.type().equals("replayed")).findFirst()
                .map(event -> Doc.of(event.data()))
                .map(data -> new Attention.Became(data.texts("leads"), data.texts("attention")))
                .orElseThrow(() -> new IllegalStateException("the resolved entry " + lead.id() + " does not say what it became"));
    }

    private static Answer done(Attention.Became became) {
        return new Answer.Done(new Sheet().put("leads", became.leads()).put("attention", became.attention()).done());
    }
}
