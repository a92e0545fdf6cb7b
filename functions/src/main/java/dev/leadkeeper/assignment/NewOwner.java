package dev.leadkeeper.assignment;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Sentence;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Notices;

/** Tells the owner of a lead that it is theirs, and why. */
final class NewOwner {
    private final Details details;
    private final Timelines timelines;
    private final Announcements announcements;

    NewOwner(Details details, Timelines timelines, Announcements announcements) {
        this.details = details;
        this.timelines = timelines;
        this.announcements = announcements;
    }

    /** Right after the assignment. */
    void tell(Lead lead, Facts facts, Sentence because) {
        announcements.send(Notices.newLead(lead, facts, because), lead.createdAt());
    }

    /** Once more, for whoever cannot know whether it was told before; an owner who has the notice is left alone. */
    void tellAgain(Lead lead) {
        var events = timelines.of(lead.id()).reversed();
        var because = events.stream().filter(event -> ChangesOfHands.GIVEN.contains(event.type()))
                .findFirst().map(NewOwner::sentence)
                .orElseThrow(() -> new IllegalStateException("lead " + lead.id() + " is owned but was never assigned"));
        var facts = details.find(lead.id(), lead.details()).map(Details.Delivery::facts).orElse(Facts.NONE);
        var notice = Notices.newLead(lead, facts, because);
        if (events.stream().noneMatch(event -> event.type().equals("notified") && notice.id().equals(event.data().get("notice")))) {
            announcements.repeat(notice, lead.createdAt());
        }
    }

    private static Sentence sentence(TimelineEvent event) {
        return SentenceCodec.fromDoc(Doc.of(event.data()).doc("decision").doc("sentence"));
    }
}
