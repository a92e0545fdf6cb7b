package dev.leadkeeper.admin.moves;

import dev.leadkeeper.credibility.Supervisors;
import dev.leadkeeper.deadline.Plans;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.ledger.Details;
import dev.leadkeeper.ledger.Handovers;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.ledger.MovePlans;
import dev.leadkeeper.ledger.Ownership;
import dev.leadkeeper.ledger.Room;
import dev.leadkeeper.ledger.Rounds;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.ledger.Timelines;
import dev.leadkeeper.notice.Announcements;
import dev.leadkeeper.notice.ChangesOfHands;
import dev.leadkeeper.notice.Reminders;
import dev.leadkeeper.people.Route;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rights.Action;
import dev.leadkeeper.settings.DeadlineRules;
import dev.leadkeeper.settings.Pools;
import dev.leadkeeper.settings.Rulebooks;
import java.util.Map;
import java.util.function.Supplier;

/** The ways in which people move leads, by route. */
public final class Moves {
    private Moves() {}

    /** The routes, by route key. */
    public static Map<String, Route> routes(Store store, Queue queue, Files files, Secrets secrets, Clock clock, Ids ids, Plans plans,
                                            Forecast forecast) {
        var leads = new Leads(store);
        var staff = new StaffBook(store);
        var customers = new Customers(store, secrets);
        var timelines = new Timelines(store, clock);
        var rounds = new Rounds(clock, ids);
        var reach = new Reach(leads, staff);
        var reminders = new Reminders(queue);
        var room = new Room(staff, queue);
        var changes = new ChangesOfHands(leads, timelines, new Details(store), new Announcements(queue), new Supervisors(staff, clock)::of);
        var handovers = new Handovers(store, files, plans, clock);
        var handing = new Handing(staff, customers, handovers, reminders, changes, room, clock);
        var pools = new Pools(new Rulebooks(store));
        var candidates = new Candidates(leads, staff, pools);
        var movePlans = new MovePlans(store, clock);
        var rules = new DeadlineRules(store);
        Supplier<Limits> limits = () -> Limits.of(rules.live());
        var reassignMany = new ReassignMany(staff, timelines, handing, changes, clock);
        var rerouteMany = new RerouteMany(handovers, timelines, forecast, queue, reminders, changes, room);
        return Map.of(
                "POST /leads/{id}/claim", new Route(Action.CLAIM_LEADS, new Claim(reach, staff, customers,
                        new Ownership(store, files, plans, clock), reminders, changes, rounds, clock, plans, limits)::answer),
                "POST /leads/{id}/release", new Route(Action.RELEASE_LEADS, new Release(reach, staff, handovers, timelines, pools, queue,
                        reminders, changes, room, rounds)::answer),
                "POST /leads/{id}/reassign", new Route(Action.REASSIGN_LEADS, new Reassign(reach, handing, changes, rounds)::answer),
                "POST /leads/{id}/snooze", new Route(Action.SNOOZE_LEADS, new Snooze(reach, handovers, timelines, rounds, clock,
                        limits, lead -> plans.zone(lead.watch().team()))::answer),
                "POST /leads/reassign", new Route(Action.REASSIGN_LEADS, new ByPlan(reassignMany, candidates, reach, movePlans, rounds, clock)::answer),
                "POST /leads/reroute", new Route(Action.REROUTE_LEADS, new ByPlan(rerouteMany, candidates, reach, movePlans, rounds, clock)::answer));
    }
}
