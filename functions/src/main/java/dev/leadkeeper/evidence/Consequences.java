package dev.leadkeeper.evidence;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.credibility.Believing;
import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.lead.FileReason;
import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.EvidenceNotices;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from a verdict: how far the activity is believed, and who must know. Follows from what is stored alone, so it may be repeated. */
final class Consequences {
    /** {@link EvidenceFile.Found#hints}: leads where the same content served before. */
    static final String USED_BEFORE = "usedBefore";
    static final int MOST_SHOWN = 10;
    /** {@link EvidenceFile.Found#hints}: what told that the file is too old, when it was made, and what it should have been made after. */
    static final String OLDER_BY = "olderBy";
    static final String OLDER_MADE = "olderMade";
    static final String OLDER_THAN = "olderThan";

    private final Believing believing;
    private final Leads leads;
    private final Supervisors supervisors;
    private final Announcements announcements;

    Consequences(Store store, Queue queue, Clock clock, Ids ids) {
        this.believing = new Believing(store, queue, clock, ids);
        this.leads = new Leads(store);
        this.supervisors = new Supervisors(new StaffBook(store), clock);
        this.announcements = new Announcements(queue);
    }

    /** The verdict has just been stored. */
    void first(Place place, Activity activity, EvidenceFile file) {
        believing.refresh(place.lead());
        notices(place, activity, file).forEach(notice -> announcements.send(notice, file.at()));
    }

    /** The verdict was stored before; whoever stored it may have died right after. */
    void again(Place place, Activity activity, EvidenceFile file) {
        believing.refresh(place.lead());
        notices(place, activity, file).forEach(notice -> announcements.repeat(notice, file.at()));
    }

    private List<Notice> notices(Place place, Activity activity, EvidenceFile file) {
        var about = new EvidenceNotices.About(place.lead(), place.activity(), place.file(), leads.find(place.lead()).map(Lead::trace).orElse(""));
        var notices = new ArrayList<Notice>();
        if (file.state() == EvidenceFile.State.REJECTED) {
            var reasons = file.found().reasons().stream().map(FileReason::of).flatMap(Optional::stream).map(FileReason::sentence).toList();
            notices.add(EvidenceNotices.rejected(about, activity.staff(), reasons));
        }
        var hints = Doc.of(file.found().hints());
        if (file.found().flags().contains(EvidenceFile.TOO_OLD)) {
            var why = new Order.TooOld(hints.required(OLDER_BY), hints.instant(OLDER_MADE), hints.instant(OLDER_THAN));
            notices.add(EvidenceNotices.tooOld(about, activity.staff(), why.sentence()));
        }
        if (file.found().flags().contains(EvidenceFile.DUPLICATE)) {
            for (var manager : supervisors.of(activity.staff())) {
                notices.add(EvidenceNotices.duplicate(about, manager, activity.staff(), hints.texts(USED_BEFORE)));
            }
        }
        return notices;
    }
}
