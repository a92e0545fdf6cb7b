package dev.leadkeeper.notice;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.SentenceCodec;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.MoveReason;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Tells everybody whom a change of hands concerns, from the event that says so: who has the lead now, who had it, and of junk
 * who leads them. From one event follow the same notices however often it is told of; who has one is left alone.
 */
public final class ChangesOfHands {
    /** Types of the events by which somebody got a lead. */
    public static final Set<String> GIVEN = Set.of("assigned", Handovers.REASSIGNED);

    private final Leads leads;
    private final Timelines timelines;
    private final Details details;
    private final Announcements announcements;
    private final Function<String, List<String>> supervisors;

    /** @param supervisors staff ids of those who lead somebody */
    public ChangesOfHands(Leads leads, Timelines timelines, Details details, Announcements announcements, Function<String, List<String>> supervisors) {
        this.leads = leads;
        this.timelines = timelines;
        this.details = details;
        this.announcements = announcements;
        this.supervisors = supervisors;
    }

    /**
     * Tells of the latest change of hands up to this event.
     *
     * @param lead as it is; who got it by the event is told only while they have it
     * @param seq  the event's number
     */
    public void tell(Lead lead, long seq) {
        tell(lead, seq, announcements::send);
    }

    /** The same for whoever was left a reminder: mostly they have been told, a moment ago. */
    public void tell(String lead, long seq) {
        leads.find(lead).ifPresent(found -> tell(found, seq, announcements::repeat));
    }

    private void tell(Lead lead, long seq, BiConsumer<Notice, Instant> how) {
        var events = timelines.of(lead.id());
        events.stream().filter(event -> event.seq() <= seq && isChange(event)).reduce((_, last) -> last)
                .ifPresent(event -> notices(lead, event).stream().filter(notice -> !isKnown(events, notice))
                        .forEach(notice -> how.accept(notice, event.at())));
    }

    private static boolean isChange(TimelineEvent event) {
        return GIVEN.contains(event.type()) || event.type().equals(Handovers.RELEASED) || event.type().equals(Handovers.REROUTED);
    }

    private static boolean isKnown(List<TimelineEvent> events, Notice notice) {
        return events.stream().anyMatch(event -> event.type().equals("notified") && notice.id().equals(event.data().get("notice")));
    }

    private List<Notice> notices(Lead lead, TimelineEvent event) {
        var data = Doc.of(event.data());
        var notices = new ArrayList<Notice>();
        if (GIVEN.contains(event.type()) && event.at().equals(lead.assignedAt())) {
            var facts = details.find(lead.id(), lead.details()).map(Details.Delivery::facts).orElse(Facts.NONE);
            notices.add(Notices.newLead(lead, facts, SentenceCodec.fromDoc(data.doc("decision").doc("sentence"))));
        }
        var former = data.text("owner");
        var reason = data.text("reason");
        if (former != null && reason != null) {
            if (!former.equals(event.by())) {
                notices.add(HandoverNotices.former(lead, event));
            }
            if (reason.equals(MoveReason.JUNK.word())) {
                supervisors.apply(former).stream().filter(each -> !each.equals(event.by()))
                        .forEach(each -> notices.add(HandoverNotices.junk(lead, event, each)));
            }
        }
        return notices;
    }
}
