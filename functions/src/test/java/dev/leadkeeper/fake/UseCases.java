package dev.leadkeeper.fake;

import dev.leadkeeper.assignment.AssignLead;
import dev.leadkeeper.assignment.DrainWaiting;
import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.deadline.SweepDue;
import dev.leadkeeper.deadlines.Deadlines;
import dev.leadkeeper.deadlines.FireDue;
import dev.leadkeeper.deadlines.FollowChanges;
import dev.leadkeeper.deadlines.ReleaseNotices;
import dev.leadkeeper.deadlines.SweepMinute;
import dev.leadkeeper.dormancy.JudgeWeek;
import dev.leadkeeper.dormancy.SilentReps;
import dev.leadkeeper.intake.TakePost;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notification.DeliverNotice;
import dev.leadkeeper.scoring.ScoreLeads;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.FormBook;
import dev.leadkeeper.settings.Rulebooks;

/** The use cases of every function over any ports, composed as their handlers do it: one live instance of the product. */
public final class UseCases {
    private final Ports ports;
    private final Rulebooks rulebooks;
    private final Breaker breaker;
    private final FormBook forms;
    private final ScoreLeads scoreLeads;
    private final AssignLead assignLead;
    private final DrainWaiting drainWaiting;
    private final FireDue fireDue;

    public UseCases(Ports ports) {
        this.ports = ports;
        var store = ports.store();
        rulebooks = new Rulebooks(store);
        breaker = new Breaker(store, ports.clock());
        forms = new FormBook(store);
        scoreLeads = ScoreLeads.over(store, ports.queue(), ports.secrets(), ports.clock(), ports.ids());
        assignLead = AssignLead.over(store, ports.queue(), ports.files(), ports.secrets(), ports.clock(), ports.ids());
        fireDue = Deadlines.fireDue(store, ports.queue(), ports.files(), ports.clock(), ports.ids());
        drainWaiting = DrainWaiting.over(assignLead, store, ports.queue(), ports.clock(), ports.ids());
    }

    public Rulebooks rulebooks() {
        return rulebooks;
    }

    public Breaker breaker() {
        return breaker;
    }

    /** What holds for one batch of assignments. */
    public AssignLead.Today today() {
        return new AssignLead.Today(rulebooks.live(), breaker.read().open());
    }

    public TakePost takePost(dev.leadkeeper.intake.Measures measures) {
        return new TakePost(forms, ports.secrets(), ports.queue(), ports.store(), ports.clock(), measures);
    }

    public ScoreLeads scoreLeads() {
        return scoreLeads;
    }

    public AssignLead assignLead() {
        return assignLead;
    }

    public ChangesOfHands changesOfHands() {
        return new ChangesOfHands(new Leads(ports.store()), new Timelines(ports.store(), ports.clock()), new Details(ports.store()),
                new Announcements(ports.queue()), new Supervisors(new StaffBook(ports.store()), ports.clock())::of);
    }

    public DrainWaiting drainWaiting() {
        return drainWaiting;
    }

    public SweepMinute sweepMinute() {
        return new SweepMinute(new Leads(ports.store()), breaker, ports.queue());
    }

    public SweepDue sweepDue() {
        return new SweepDue(new DueTimers(ports.store(), ports.clock()), ports.queue());
    }

    public JudgeWeek judgeWeek() {
        return new JudgeWeek(ports.store(), ports.queue(), ports.clock());
    }

    public SilentReps silentReps() {
        return new SilentReps(ports.store(), ports.queue(), ports.clock());
    }

    public FollowChanges followChanges() {
        return new FollowChanges(ports.store(), ports.queue(), ports.clock());
    }

    public FireDue fireDue() {
        return fireDue;
    }

    public ReleaseNotices releaseNotices() {
        return new ReleaseNotices(ports.store(), ports.queue(), ports.clock(), "");
    }

    public DeliverNotice deliverNotice(dev.leadkeeper.notification.Measures measures) {
        return DeliverNotice.over(ports.store(), ports.queue(), ports.clock(), ports.notifier(), measures, "");
    }
}
