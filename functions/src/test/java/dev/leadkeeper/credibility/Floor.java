package dev.leadkeeper.credibility;

import dev.leadkeeper.lead.Activity;
import dev.leadkeeper.lead.EvidenceFile;
import dev.leadkeeper.lead.EvidenceFile.State;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.Activities;
import dev.leadkeeper.ledger.FileVerdicts;
import dev.leadkeeper.ledger.Planner;
import dev.leadkeeper.ledger.Stages;
import dev.leadkeeper.people.Office;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.CredibilityRules;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An office where reps record what they do on one lead, with the usual rules. */
public final class Floor {
    public final Office office;
    final Store store;
    public final Activities activities;
    public final FileVerdicts verdicts;
    public final Believing believing;
    final Reviews reviews;
    final ReviewQueue queue;
    public final Lead lead;

    public Floor() {
        this(new Office());
    }

    public Floor(Office office) {
        this.office = office;
        store = office.store;
        activities = new Activities(store, office.clock, office.ids);
        verdicts = new FileVerdicts(store, office.clock, office.ids);
        believing = new Believing(store, office.queue, office.clock, office.ids);
        reviews = new Reviews(store, office.queue, office.clock, office.ids);
        queue = new ReviewQueue(store);
        lead = office.assigned("floor", "rep");
        office.queue.take(Queue.Channel.NOTICES);
    }

    /** Somebody of another department. */
    void hireElsewhere(String id) {
        office.staff.save(new Staff(id, id, Staff.Role.SERVICE, Set.of("after-sales"), Staff.Status.ACTIVE, false, Set.of(), Set.of(),
                List.of(), Set.of(), 1, 8, null, null, null, List.of(), Staff.Figures.NONE, List.of(), Staff.Ledger.NEW));
    }

    /** Records an activity that happened half an hour ago, with so many files declared, and refreshes. */
    public Activity record(String staff, String type, int files) {
        return record(lead, staff, type, files, Duration.ofMinutes(30));
    }

    Activity record(Lead on, String staff, String type, int files, Duration ago) {
        office.clock.advance(Duration.ofSeconds(1));
        var now = office.leads.find(on.id()).orElseThrow();
        var id = Activity.id(on.id(), staff, type + office.clock.now());
        var declared = new LinkedHashMap<String, EvidenceFile>();
        for (int i = 1; i <= files; i++) {
            declared.put("f" + i, EvidenceFile.declared(on.id(), id, "f" + i, "方案.pdf", "application/pdf", 10, "hash" + i, office.clock.now()));
        }
        var activity = new Activity(on.id(), id, 1, staff, office.clock.now(), office.clock.now().minus(ago), type, Activity.Said.NOTHING, null,
                Set.of(), List.of(), Map.of(), declared, null, 1, HexFormat.of().formatHex(LeadId.sha256(id)), "salt", Map.of(), Map.of());
        if (!(activities.record(now, activity, "first-contact") instanceof Activities.Recorded.Done)) {
            throw new AssertionError("not recorded");
        }
        believing.refresh(on.id());
        return now(activity);
    }

    /** The check of a file ends so. */
    public Activity judge(Activity activity, String file, State verdict, String kind, String... flags) {
        verdicts.checking(activity.lead(), activity.id(), file, "v1");
        verdicts.verdict(activity.lead(), activity.id(), file, "v1", verdict,
                new EvidenceFile.Found(kind, verdict == State.VALID ? List.of() : List.of("macros"), List.of(flags), Map.of(), null));
        believing.refresh(activity.lead());
        return now(activity);
    }

    void move(Lead on, String stage) {
        new Stages(store, Planner.NONE, office.clock).move(office.leads.find(on.id()).orElseThrow(), stage, "rep", List.of()).orElseThrow();
        believing.refresh(on.id());
    }

    void end(Lead on, String outcome) {
        new dev.leadkeeper.ledger.Endings(office.store, office.clock).end(office.leads.find(on.id()).orElseThrow(), outcome, null, "rep").orElseThrow();
        believing.refresh(on.id());
    }

    public Reviews.Decided decide(Activity activity, String verdict, String by) {
        return reviews.decide(activity.lead(), activity.id(),
                new Reviews.Wanted(verdict, CredibilityRules.USUAL.reason("evidence-missing").orElseThrow(), "张总说没有", by, null));
    }

    Activity now(Activity activity) {
        return activities.find(activity.lead(), activity.id()).orElseThrow();
    }

    static Standing standing(Activity activity) {
        return Standing.of(activity).orElseThrow();
    }

    static int total(Activity activity) {
        return standing(activity).credibility().total();
    }

    List<String> waiting() {
        return queue.page(50, null).entries().stream().map(entry -> entry.activity().id()).toList();
    }

    List<TimelineEvent> events(String type) {
        return office.timelines.of(lead.id()).stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Recipients of the notices of this kind that were sent since the last look. */
    List<String> told(String kind) {
        return office.queue.take(Queue.Channel.NOTICES).stream().map(body -> (Map<?, ?>) body.get("notice"))
                .filter(notice -> kind.equals(notice.get("kind"))).map(notice -> (String) notice.get("recipient")).toList();
    }
}
