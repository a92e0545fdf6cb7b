package dev.leadkeeper.infra.simulation;

import static dev.leadkeeper.infra.simulation.Promises.require;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.lead.TimelineEvent;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody gets a lead from the machine on a day of leave. Who decided goes by one clock, which had moved on a little when it was written down. */
final class OnLeave {
    private final Map<String, List<Staff.Leave>> leaves = new HashMap<>();

    OnLeave(Store truth) {
        new StaffBook(truth).everybody().staff().forEach(one -> leaves.put(one.id(), one.leaves()));
    }

    /** @param given the event by which this one got a lead */
    void check(String owner, TimelineEvent given) {
        var day = given.at().atZone(Staff.COUNTED_IN).toLocalDate();
        require(!given.by().equals("system") || leaves.get(owner).stream().allMatch(leave -> day.isBefore(leave.from()) || day.isAfter(leave.to())),
                owner + " got lead " + given.lead() + " at " + given.at() + " and was on leave");
    }
}
