package dev.leadkeeper.deadlines;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadState;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.lead.Timer;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.DeadlineNotices;
import dev.leadkeeper.notice.DeadlineNotices.About;
import dev.leadkeeper.port.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells whom it concerns that something fell due, and sends a lead on its way that was taken back. Can be repeated. */
final class Telling {
    private final Leads leads;
    private final Details details;
    private final StaffBook staff;
    private final Supervisors supervisors;
    private final Plans plans;
    private final Announcements announcements;
    private final Queue queue;

    Telling(Leads leads, Details details, StaffBook staff, Supervisors supervisors, Plans plans, Announcements announcements, Queue queue) {
        this.leads = leads;
        this.details = details;
        this.staff = staff;
        this.supervisors = supervisors;
        this.plans = plans;
        this.announcements = announcements;
        this.queue = queue;
    }

    /** @param fresh whether it happened just now, so that nobody can have been told before */
    void tell(String id, TimelineEvent event, List<TimelineEvent> history, boolean fresh) {
        var lead = leads.find(id).orElseThrow(() -> new IllegalStateException("lead " + id + " has a history and is not there"));
        var data = Doc.of(event.data());
        var about = new About(lead, details.factsOf(lead), event, data.text("owner"), history.subList(0, Math.toIntExact(event.seq())),
                plans.zone(data.text("team")));
        switch (event.type()) {
            case "response-at-risk" -> toOwner(about, fresh, DeadlineNotices.atRisk(about, lead.watch().at(Timer.ESCALATE)));
            case "response-breached" -> {
                toOwner(about, fresh, DeadlineNotices.missed(about, lead.watch().at(Timer.RECYCLE)));
                toSupervisors(about, fresh, supervisor -> DeadlineNotices.breached(about, supervisor));
            }
            case "response-red" -> toSupervisors(about, fresh, supervisor -> DeadlineNotices.red(about, supervisor));
            case "recycled" -> {
                onItsWay(lead);
                toOwner(about, fresh, DeadlineNotices.taken(about));
                toSupervisors(about, fresh, supervisor -> DeadlineNotices.recycled(about, supervisor));
            }
            case "stage-frozen" -> {
                var stage = data.required("stage");
                var days = plans.freezeDays(stage);
                toOwner(about, fresh, DeadlineNotices.frozen(about, about.owner(), stage, days));
                toSupervisors(about, fresh, supervisor -> DeadlineNotices.frozen(about, supervisor, stage, days));
            }
            case "dormant" -> {
                var days = plans.dormantDays(lead);
                toOwner(about, fresh, DeadlineNotices.dormant(about, about.owner(), days));
                toSupervisors(about, fresh, supervisor -> DeadlineNotices.dormant(about, supervisor, days));
            }
            case "resent" -> onItsWay(lead);
            default -> { } // replanned: nobody has to do anything
        }
    }

    /** Assignment finds a lead that it has placed meanwhile, and leaves it. */
    private void onItsWay(Lead lead) {
        if (lead.state() == LeadState.SCORED) {
            queue.send(lead.priority() == Priority.URGENT ? Queue.Channel.LEADS_SCORED_URGENT : Queue.Channel.LEADS_SCORED,
                    Map.of("lead", lead.id(), "trace", lead.trace()));
        }
    }

    /** Somebody who left has nothing to do any more, and their supervisor is told anyway. */
    private void toOwner(About about, boolean fresh, Notice notice) {
        if (about.owner() != null && staff.glance(about.owner()).map(Staff::status)
                .filter(status -> status == Staff.Status.ACTIVE || status == Staff.Status.LEAVE).isPresent()) {
            send(notice, about.event().at(), fresh);
        }
    }

    private void toSupervisors(About about, boolean fresh, Function<String, Notice> notice) {
        if (about.owner() != null) {
            supervisors.of(about.owner()).forEach(supervisor -> send(notice.apply(supervisor), about.event().at(), fresh));
        }
    }

    private void send(Notice notice, Instant since, boolean fresh) {
        if (fresh) {
            announcements.send(notice, since);
        } else {
            announcements.repeat(notice, since);
        }
    }
}
