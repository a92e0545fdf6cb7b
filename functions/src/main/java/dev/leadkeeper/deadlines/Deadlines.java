package dev.leadkeeper.deadlines;

import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.DueTimers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;

/** Puts the use cases together. */
public final class Deadlines {
    private Deadlines() {}

    /** Lets fall due what is due, over these ports. */
    public static FireDue fireDue(Store store, Queue queue, Files files, Clock clock, Ids ids) {
        var leads = new Leads(store);
        var staff = new StaffBook(store);
        var plans = new Plans(store, clock);
        return new FireDue(leads, new DueTimers(store, clock), new Ownership(store, files, plans, clock), plans, new Timelines(store, clock),
                new Telling(leads, new Details(store), staff, new Supervisors(staff, clock), plans, new Announcements(queue), queue),
                new Rounds(clock, ids), queue, clock);
    }
}
