package dev.leadkeeper.wiring;

import dev.leadkeeper.assignment.AssignLead;
import dev.leadkeeper.assignment.DrainWaiting;
import dev.leadkeeper.assignment.NewOwner;
import dev.leadkeeper.assignment.Rosters;
import dev.leadkeeper.deadlines.SweepMinute;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Deliveries;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Drift;
import dev.leadkeeper.ledger.Failures;
import dev.leadkeeper.ledger.Lease;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notification.DeliverNotice;
import dev.leadkeeper.notification.Measures;
import dev.leadkeeper.scoring.DriftWatch;
import dev.leadkeeper.scoring.ScoreLeads;
import dev.leadkeeper.settings.Breaker;
import dev.leadkeeper.settings.Calendars;
import dev.leadkeeper.settings.Rulebooks;

/** The object graph behind the ports: one per process, built from parts that hold no state but caches. */
public final class UseCases {
    private final Ports ports;
    private final Leads leads;
    private final Details details;
    private final Timelines timelines;
    private final StaffBook staff;
    private final Announcements announcements;
    private final Rulebooks rulebooks;
    private final Breaker breaker;
    private final Rosters rosters;

    public UseCases(Ports ports) {
        this.ports = ports;
        var store = ports.store();
        leads = new Leads(store);
        details = new Details(store);
        timelines = new Timelines(store, ports.clock());
        staff = new StaffBook(store);
        announcements = new Announcements(ports.queue());
        rulebooks = new Rulebooks(store);
        breaker = new Breaker(store, ports.clock());
        rosters = new Rosters(staff, new Calendars(store), ports.clock());
    }

    /** The rulebooks, read through this graph's cache. */
    public Rulebooks rulebooks() {
        return rulebooks;
    }

    /** The assignment breaker. */
    public Breaker breaker() {
        return breaker;
    }

    /** What holds for one batch of assignments: read once, consistently. */
    public AssignLead.Today today() {
        return new AssignLead.Today(rulebooks.live(), breaker.read().open());
    }

    /** Takes posts in. */
    public ScoreLeads scoreLeads() {
        var drift = new DriftWatch(new Drift(ports.store(), ports.clock()), staff, announcements);
        return new ScoreLeads(new Deliveries(ports.store(), ports.secrets(), ports.clock(), ports.ids()), drift, ports.queue());
    }

    /** Assigns leads. */
    public AssignLead assignLead() {
        return new AssignLead(leads, details, new Customers(ports.store(), ports.secrets()),
                new Ownership(ports.store(), ports.files(), ports.clock()), new Failures(ports.store(), ports.clock()),
                rosters, new Rounds(ports.clock(), ports.ids()), ports.clock(),
                new NewOwner(details, timelines, announcements));
    }

    /** Works through the waiting list. */
    public DrainWaiting drainWaiting() {
        return new DrainWaiting(leads, assignLead(), new Lease("drain", ports.store(), ports.clock(), ports.ids()),
                ports.queue(), ports.clock());
    }

    /** Looks at what is due. */
    public SweepMinute sweepMinute() {
        return new SweepMinute(leads, breaker, ports.queue());
    }

    /**
     * Delivers notices.
     *
     * @param publicUrl base of the links in notices, empty for none
     */
    public DeliverNotice deliverNotice(Measures measures, String publicUrl) {
        return DeliverNotice.over(ports.store(), ports.queue(), ports.clock(), ports.notifier(), measures, publicUrl);
    }
}
